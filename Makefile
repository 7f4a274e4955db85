# Needs Python 3.11 or later, make and git; everything else goes into .venv, from the hash-pinned lock files.

PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	"$$p" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo "$$p"; break; }; done)
BIN := .venv/bin
CYCLES := $(wildcard cycles/*.yaml examples/*/cycles/*.yaml)
CYCLE := cycles/2017-18.yaml
ON := 2017-12-01
# More arguments for pytest, as in: make test PYTEST='-k status'
PYTEST :=
# What uv adds to or leaves out of a lock file: no address of an index, no path.
COMPILE := uv pip compile --universal --python-version 3.11 --generate-hashes --no-strip-extras --no-emit-index-url --no-annotate \
	--quiet --custom-compile-command 'make lock'

.PHONY: help status test check lint types contracts validate fix docs golden house pictures bank-holidays bench lock clean
.DEFAULT_GOAL := help

help: ## List what make can do
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1|\2/p' Makefile | awk -F'|' '{ printf "%-22s %s\n", $$1, $$2 }'

status: .venv/.installed ## Say where the real cycle stood on 1 December 2017
	@$(BIN)/peercycle status -c $(CYCLE) --on $(ON)

test: .venv/.developing ## Run the tests, and name those this machine cannot run
	@$(BIN)/python -m pytest -n auto $(PYTEST)

check: lint types contracts validate ## Check style, types, storeys and every cycle file

lint: .venv/.developing ## Check style
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check

types: .venv/.developing ## Check types
	@$(BIN)/mypy

contracts: .venv/.developing ## Check that each storey imports only downwards
	@$(BIN)/lint-imports --no-logo --no-cache

validate: .venv/.installed ## Validate every cycle file of the repository
	@$(BIN)/peercycle validate $(CYCLES)

fix: .venv/.developing ## Mend what ruff can mend, and format
	@$(BIN)/ruff check --fix-only
	@$(BIN)/ruff format

docs: .venv/.developing ## Write the generated pages of docs/ anew
	@$(BIN)/python scripts/docs.py

house: .venv/.developing ## Write templates/house.docx anew
	@$(BIN)/python scripts/house_docx.py

pictures: .venv/.installed ## Make the pictures of the README (needs chromium, LibreOffice and poppler)
	@$(BIN)/python scripts/pictures.py

golden: .venv/.developing ## Write the expected outputs of the tests anew; read the difference before committing it
	@$(BIN)/python -m pytest --update-golden $(PYTEST)

bank-holidays: .venv/bank-holidays/.installed ## Write the table of England's bank holidays anew
	@.venv/bank-holidays/bin/python scripts/bank_holidays.py

bench: .venv/.developing .venv/bench/.installed ## Measure the budgets of time and memory
	@$(BIN)/python scripts/bench.py

lock: ## Write the lock files anew (needs uv; `make lock UPGRADE=--upgrade` takes newer versions)
	$(COMPILE) $(UPGRADE) pyproject.toml --extra all --group build -o requirements.lock
	$(COMPILE) $(UPGRADE) pyproject.toml --extra all --group dev -c requirements.lock -o requirements-dev.lock
	$(COMPILE) $(UPGRADE) --group bank-holidays -o requirements-bank-holidays.lock
	$(COMPILE) $(UPGRADE) --group bench -o requirements-bench.lock

clean: ## Remove the virtual environment and every cache
	rm -rf .venv .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache .coverage .coverage.* node_modules

# --- Set-up, each step once: a stamp file stands for what has been done -------------------------------------------

.venv/.made:
	@test -n '$(PYTHON)' || { echo 'peercycle needs Python 3.11 or later; none was found.' >&2; exit 2; }
	@echo 'Setting up .venv, once ...'
	@'$(PYTHON)' -m venv --clear .venv || { \
		echo 'Python could not make a virtual environment. On Debian and Ubuntu: apt-get install python3-venv' >&2; \
		rm -rf .venv; exit 2; }
	@touch $@

.venv/.installed: .venv/.made requirements.lock pyproject.toml
	@$(BIN)/python -m pip install -qq --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install -qq --no-deps --no-build-isolation -e .
	@touch $@

.venv/.developing: .venv/.made requirements.lock requirements-dev.lock pyproject.toml
	@echo 'Installing what the tests and checks need ...'
	@$(BIN)/python -m pip install -qq --require-hashes -r requirements-dev.lock
	@$(BIN)/python -m pip install -qq --no-deps --no-build-isolation -e .
	@touch .venv/.installed $@

.venv/bank-holidays/.installed: .venv/.made requirements-bank-holidays.lock
	@$(BIN)/python -m venv --clear .venv/bank-holidays
	@.venv/bank-holidays/bin/python -m pip install -qq --require-hashes -r requirements-bank-holidays.lock
	@touch $@

.venv/bench/.installed: .venv/.made requirements-bench.lock
	@$(BIN)/python -m venv --clear .venv/bench
	@.venv/bench/bin/python -m pip install -qq --require-hashes -r requirements-bench.lock
	@touch $@
