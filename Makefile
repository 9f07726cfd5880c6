# `make help` lists the targets. Everything is installed into .venv, and again only when the requirements change.

PORT ?= 8000
ARGS ?=

VENV := .venv
PYTHON := $(VENV)/bin/python
INSTALL := $(PYTHON) -m pip install --quiet --disable-pip-version-check --require-hashes
MANAGE := $(PYTHON) manage.py

# So that `make test` and `make check` need neither a .env file nor `make run`.
AS_TEST := ENVIRONMENT=test SECRET_KEY=only-for-checks DATA_DIR=var/test
AS_PRODUCTION := ENVIRONMENT=production ALLOWED_HOSTS=findings.example DEBUG=false DATABASE_URL= \
	SECRET_KEY=only-for-checks-0123456789-abcdefghijklmnopqrstuvwxyz-ABCDEFGH

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help run admin-user test coverage check format lock

help: ## List the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-11s %s\n", $$1, $$2 }' Makefile

run: $(VENV)/installed .env ## Install, prepare the database and serve at http://127.0.0.1:8000 (PORT=8123 for elsewhere)
	@exec $(MANAGE) serve --port "$(PORT)"

admin-user: $(VENV)/installed .env ## Make an account to sign in to the admin with
	@exec $(MANAGE) createsuperuser

test: $(VENV)/installed-dev ## Run the tests (ARGS="-k importer" passes arguments to pytest)
	@exec $(PYTHON) -m pytest --numprocesses auto --dist loadfile $(ARGS)

coverage: $(VENV)/installed-dev ## Run the tests and show the lines they miss, templates included
	@$(PYTHON) -m pytest --cov --cov-report=term $(ARGS)

check: $(VENV)/installed-dev ## Lint, formats, types, import ladder, migrations, production settings
	$(VENV)/bin/ruff check
	$(VENV)/bin/ruff format --check
	find templates -name '*.html' -print0 | xargs -0 $(VENV)/bin/djade --check --target-version 5.2
	$(AS_TEST) $(PYTHON) -m mypy
	$(VENV)/bin/lint-imports
	$(AS_TEST) $(MANAGE) makemigrations --check --dry-run
	$(AS_PRODUCTION) $(MANAGE) check --deploy --fail-level WARNING

format: $(VENV)/installed-dev ## Put code and templates into their format
	$(VENV)/bin/ruff check --fix
	$(VENV)/bin/ruff format
	find templates -name '*.html' -print0 | xargs -0 $(VENV)/bin/djade --target-version 5.2

lock: $(VENV)/installed-dev ## Pin the newest versions that requirements*.in allow
	$(VENV)/bin/uv pip compile --quiet --upgrade --universal --generate-hashes --no-strip-extras --no-emit-index-url --no-emit-find-links \
		--python-version 3.11 --custom-compile-command "make lock" requirements.in --output-file requirements.txt
	$(VENV)/bin/uv pip compile --quiet --upgrade --universal --generate-hashes --no-strip-extras --no-emit-index-url --no-emit-find-links \
		--python-version 3.11 --custom-compile-command "make lock" requirements-dev.in --constraint requirements.txt \
		--output-file requirements-dev.txt

# --- Installing -------------------------------------------------------------------------------------------------------

.env: | $(VENV)/made
	@$(PYTHON) config/write_env.py $@

$(VENV)/installed: requirements.txt | $(VENV)/made
	@echo "Installing the requirements (under a minute, only when they change)"
	@$(INSTALL) -r requirements.txt
	@touch $@

$(VENV)/installed-dev: requirements-dev.txt | $(VENV)/made
	@echo "Installing the requirements for development (a minute or so, only when they change)"
	@$(INSTALL) -r requirements-dev.txt
	@touch $@ $(VENV)/installed

# The first Python that is new enough makes the virtual environment; PYTHON3=/path/to/python names another.
$(VENV)/made:
	@for python in $(PYTHON3) python3 python3.13 python3.12 python3.11; do \
		if "$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then found="$$python"; break; fi; \
	done; \
	if [ -z "$$found" ]; then \
		echo "Python 3.11 or newer is needed, and was not found. If it has another name: make PYTHON3=/path/to/python run" >&2; \
		exit 1; \
	fi; \
	if ! "$$found" -c 'import ensurepip, venv' 2>/dev/null; then \
		echo "Python's venv module is missing. On Debian and Ubuntu: sudo apt-get install python3-venv" >&2; \
		exit 1; \
	fi; \
	echo "Making the virtual environment $(VENV) with $$("$$found" --version)"; \
	"$$found" -m venv $(VENV)
	@touch $@
