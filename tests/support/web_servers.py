"""Apache and nginx as a council may have them, run here with a folder of files under a sub-path."""

from __future__ import annotations

import shutil
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

APACHE_MODULES = ("mpm_event", "authz_core", "unixd", "mime", "dir", "alias", "filter", "deflate")
APACHE = """ServerName localhost
ServerRoot {run}
PidFile {run}/pid
ErrorLog {run}/errors
Listen 127.0.0.1:{port}
{modules}
User nobody
Group nogroup
TypesConfig /dev/null
DocumentRoot {run}
Alias {path} {folder}/
<Directory {folder}>
  AllowOverride All
  Require all granted
</Directory>
"""
NGINX = """daemon off;
pid {run}/pid;
error_log {run}/errors;
events {{}}
http {{
  include /etc/nginx/mime.types;
  access_log off;
  client_body_temp_path {run}/1; proxy_temp_path {run}/2; fastcgi_temp_path {run}/3;
  uwsgi_temp_path {run}/4; scgi_temp_path {run}/5;
  server {{
    listen 127.0.0.1:{port};
    location {path} {{
      alias {folder}/;
      error_page 404 {path}404.html;
    }}
  }}
}}
"""


def apache(run: Path, **given: object) -> list[str]:
    modules = Path("/usr/lib/apache2/modules")
    # Which modules are built in differs from system to system.
    load = "<IfModule !{name}_module>\nLoadModule {name}_module {modules}/mod_{name}.so\n</IfModule>"
    loaded = "\n".join(load.format(name=name, modules=modules) for name in APACHE_MODULES)
    (run / "conf").write_text(APACHE.format(run=run, modules=loaded, **given), "utf-8")
    return ["apache2", "-DFOREGROUND", "-f", str(run / "conf")]


def nginx(run: Path, **given: object) -> list[str]:
    (run / "conf").write_text(NGINX.format(run=run, **given), "utf-8")
    return ["nginx", "-e", str(run / "errors"), "-c", str(run / "conf")]


SERVERS: dict[str, Callable[..., list[str]]] = {"apache2": apache, "nginx": nginx}


def is_there(name: str) -> bool:
    return shutil.which(name, path="/usr/sbin:/usr/bin:/usr/local/bin") is not None


@contextmanager
def serving(name: str, folder: Path, path: str, run: Path) -> Iterator[str]:
    """The address of ``folder``, which the server ``name`` serves at ``path``; ``run`` is an empty folder for it."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = SERVERS[name](run, port=port, path=path, folder=folder)
    command[0] = shutil.which(command[0], path="/usr/sbin:/usr/bin:/usr/local/bin") or command[0]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) as server:
        try:
            yield _once_it_answers(f"http://127.0.0.1:{port}{path}", server)
        finally:
            server.terminate()


def _once_it_answers(address: str, server: subprocess.Popen[bytes]) -> str:
    while server.poll() is None:
        try:
            urllib.request.urlopen(address, timeout=20).close()
        except urllib.error.HTTPError:
            return address
        except OSError:
            time.sleep(0.05)
        else:
            return address
    raise AssertionError((server.stderr.read() if server.stderr else b"").decode())
