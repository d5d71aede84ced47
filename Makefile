# Needs make, Python 3.11 or later with venv, and nothing else: no root, no service, no container.
#
# HOST, PORT, DATABASE_URL, VAR_DIR and every other variable of the README can be set in the
# environment, in `.env` or here: make serve PORT=9000

PYTHON ?= python3
VENV := .venv
PY := $(VENV)/bin/python
PIP := $(PY) -m pip --disable-pip-version-check
INSTALL := $(PIP) install --quiet --require-hashes --only-binary :all:
TEMPLATES = $$(find templates/staff -name '*.html' | sort)
PINS := uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --python-version 3.11 \
	--custom-compile-command "make pins"

NODE := var/audit/node_modules

MAKEFLAGS += --no-print-directory
.DEFAULT_GOAL := help
.PHONY: help setup serve test lint messages audit pins

help: ## list what can be made
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-10s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

setup: $(VENV)/requirements ## make .venv and install what the archive runs on
	@echo "$(VENV) has what requirements.txt asks for."

serve: $(VENV)/requirements ## set up, import seeds/ and serve the site on http://127.0.0.1:8000
	@$(PY) manage.py migrate --no-input --verbosity 0
	@$(PY) manage.py load_vocabulary
	@$(PY) manage.py import_events seeds || [ $$? = 3 ] # 3: some files were rejected, and named
	@$(PY) manage.py collectstatic --no-input --verbosity 0
	@$(PY) manage.py status
	@exec $(PY) -m gunicorn --config deploy/gunicorn.conf.py

test: $(VENV)/requirements-dev ## run every test, on SQLite and on PostgreSQL where it is installed
	@tests/run $(PY)

lint: $(VENV)/requirements-dev ## check style, templates, types, migrations and the settings of a public site
	@$(PY) -m ruff check
	@$(PY) -m ruff format --check
	@$(VENV)/bin/djade --target-version 5.2 --check $(TEMPLATES)
	@$(PY) -m mypy events diplomacy manage.py
	@$(PY) manage.py makemigrations --check --dry-run
	@HTTPS=1 DEBUG=0 SECRET_KEY="$$($(PY) -c 'import secrets; print(secrets.token_urlsafe(50))')" \
		$(PY) manage.py check --deploy --fail-level WARNING

messages: $(VENV)/requirements ## collect the interface's words into locale/ and compile the translations
	@command -v msgfmt >/dev/null || { echo "gettext is not installed (Debian: apt-get install gettext)." >&2; exit 1; }
	@$(PY) manage.py makemessages --locale vi --no-location --no-obsolete --no-wrap --ignore '.venv/*' --ignore 'var/*'
	@$(PY) manage.py compilemessages --locale vi --ignore '.venv' --ignore 'var'

audit: $(VENV)/requirements-dev $(NODE)/.package-lock.json ## look at every kind of page with axe, Lighthouse and two validators; writes docs/audit.md and the figures in docs/design.md
	@$(PY) -m audit --write docs/audit.md --short docs/design.md

pins: ## pin requirements.in and requirements-dev.in, hashes included (needs uv)
	@command -v uv >/dev/null || { echo "uv is not installed (https://docs.astral.sh/uv/)." >&2; exit 1; }
	@$(PINS) requirements.in --output-file requirements.txt
	@$(PINS) requirements-dev.in --output-file requirements-dev.txt

$(VENV)/made:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || \
		{ echo "Python 3.11 or later is needed; to name one: make PYTHON=python3.12" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || \
		{ echo "Python's venv is not installed (Debian: apt-get install python3-venv)." >&2; exit 1; }
	@echo "Making $(VENV)"
	@$(PYTHON) -m venv --clear $(VENV)
	@touch $@

$(VENV)/requirements: requirements.txt $(VENV)/made
	@echo "Installing requirements.txt"
	@$(INSTALL) --requirement requirements.txt
	@touch $@

$(VENV)/requirements-dev: requirements-dev.txt $(VENV)/requirements
	@echo "Installing requirements-dev.txt"
	@$(INSTALL) --requirement requirements-dev.txt
	@touch $@

# npm installs where the lock file lies: a copy of it, so that all it brings stays in the folder that git leaves out.
$(NODE)/.package-lock.json: audit/package.json audit/package-lock.json
	@command -v npm >/dev/null && command -v java >/dev/null || \
		{ echo "Node and Java are needed (Debian: apt-get install nodejs npm default-jre-headless)." >&2; exit 1; }
	@mkdir -p var/audit
	@cp audit/package.json audit/package-lock.json audit/.npmrc var/audit/
	@echo "Installing audit/package-lock.json"
	@npm ci --prefix var/audit --ignore-scripts --silent
	@touch $@
