# The few commands a person types. `make site` and `make test` install what they need; the rest is for every day.
EDITION ?=
export EDITION
PYTHON := .venv/bin/python

.PHONY: site pages zip export exits test test-fast fuzz edition inherit updates affected serve check accessibility lighthouse bench links links-external words schemas round-trips help clean

site: .venv/site.installed ## build everything into site/
	@$(PYTHON) -m macros.commands.site

zip: site ## pack the whole site into one .zip, for web space, an intranet or a USB stick
	@$(PYTHON) -m macros.commands.zip

# Tests write 600 MB: in memory, where there is room for it, since some disks let them wait.
IN_MEMORY = $(shell df -Pk /dev/shm 2>/dev/null | awk '$$4 > 4000000 && NR == 2 { print "/dev/shm" }')
test: .venv/test.installed ## run every check
	@$(PYTHON) -m ruff check .
	@$(PYTHON) -m ruff format --check .
	@.venv/bin/lint-imports --no-logo
	@PATH="$(CURDIR)/.venv/bin:$$PATH" node_modules/.bin/biome check --error-on-warnings overrides tests *.json *.jsonc
	@TMPDIR=$${TMPDIR:-$(IN_MEMORY)} $(PYTHON) -m slipcover -m pytest

test-fast: .venv/test.installed ## run the checks that need no build and no browser
	@$(PYTHON) -m pytest -m unit

round-trips: .venv/test.installed ## fill every worksheet in other programs and read it back: make round-trips SHEETS="persona …"
	@$(PYTHON) -m tests.support.round_trips $(SHEETS)

# Only what is typed counts: some machines say NAME or EMAIL of their own accord.
OPTIONS := NAME PLACE KIND PROGRAMME TEAM EMAIL WEBSITE PHONE PRIMARY ACCENT FOLDER SITE REPOSITORY
edition: .venv/site.installed ## start a council's own edition: make edition NAME="Plymouth City Council"
	@$(foreach one,$(OPTIONS),$(if $(filter command,$(origin $(one))),,unset $(one);)) $(PYTHON) -m macros.commands.edition

inherit: .venv/site.installed ## bring what the editions before it hold into a new council's edition
	@$(PYTHON) -m macros.commands.inherit

updates: .venv/site.installed ## say what the toolkit's newest version means for you
	@$(PYTHON) -m macros.commands.updates; test $$? -le 1

affected: .venv/site.installed ## before a release: which listed editions made their own what has changed since the last
	@$(PYTHON) -m macros.commands.affected

fuzz: .venv/test.installed ## do 10,000 random acts on a worksheet's page: make fuzz ACTS=… SEED=…
	@$(PYTHON) -m tests.support.fuzz $(or $(ACTS),10000) $(or $(SEED),1)

pages: .venv/site.installed ## build the pages alone, in seconds, into .build/pages
	@$(PYTHON) -m macros.commands.pages

export: .venv/export.installed pages ## write the pages as plain Markdown and the data as JSON, into export/
	@$(PYTHON) -m macros.commands.export

exits: .venv/test.installed ## build with other tools too, and compare: ProperDocs, Zensical, Pandoc
	@EXITS=all $(PYTHON) -m pytest -n 0 tests/exits

serve: .venv/site.installed ## look at the site while you write
	@$(PYTHON) -m mkdocs serve

check: .venv/check.installed ## say what is still to do before this edition is launched
	@$(PYTHON) -m macros.commands.check

accessibility: .venv/test.installed ## test every page of site/ by a program, for the accessibility statement
	@$(PYTHON) -m macros.commands.accessibility

lighthouse: .venv/test.installed ## measure four pages of site/ with Lighthouse, which needs Node.js
	@$(PYTHON) -m benchmarks.lighthouse

bench: .venv/test.installed ## measure builds, previews and pages beside others', into benchmarks/results.md
	@$(PYTHON) -m benchmarks $(PART) $(if $(RUNS),--runs $(RUNS)) $(if $(LARGEST),--largest $(LARGEST))

links: .venv/check.installed ## check every link of site/
	@$(PYTHON) -m macros.commands.links

links-external: .venv/check.installed ## ask whether addresses outside the site still answer
	@$(PYTHON) -m macros.commands.links_external

words: .venv/test.installed ## list how hard each page of site/ is to read, and figures past their date
	@$(PYTHON) -m macros.commands.words

schemas: .venv/site.installed ## write the schemas by which editors check YAML
	@$(PYTHON) -m macros.commands.schemas

help: ## list every command
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "make %-16s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

clean: ## remove everything that is made, but not what is installed
	rm -rf site .build .cache

.venv/site.installed: pyproject.toml macros/commands/set-up.sh
	@sh macros/commands/set-up.sh site

.venv/export.installed: pyproject.toml macros/commands/set-up.sh
	@sh macros/commands/set-up.sh export

.venv/check.installed: pyproject.toml macros/commands/set-up.sh
	@sh macros/commands/set-up.sh check

.venv/test.installed: pyproject.toml package.json macros/commands/set-up.sh
	@sh macros/commands/set-up.sh test
