# The few commands that people need. Each sets up what it uses; `make help` lists them.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

# Material announces its successor on every run; the decision about it is made, not pending.
export NO_MKDOCS_2_WARNING := 1

# Against which git revision `make check` and `make diff` compare; `make inspect` looks at SITE.
BASE ?=
FORMAT ?= text
SITE ?= site

.PHONY: help setup serve build check diff due inspect watch reference test lint bench lock clean

help: ## Show this list.
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-9s %s\n", $$1, $$2 }' Makefile

setup: $(READY) ## Make .venv with the locked versions.

$(READY): requirements.lock pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed: make PYTHON=python3.11")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-build-isolation --no-deps --editable .
	@touch $(READY)

serve: $(READY) ## Build the guide and preview it on http://127.0.0.1:8000/.
	$(BIN)/mkdocs serve

build: $(READY) ## Build the guide into site/.
	$(BIN)/mkdocs build --strict

check: $(READY) ## Check the data without building; BASE=main checks as well what changed since.
	@$(BIN)/imp-guide check $(if $(BASE),--base '$(BASE)')

diff: $(READY) ## Say what changed in the data since BASE=main, fact by fact.
	@$(BIN)/imp-guide diff '$(or $(BASE),main)' --format '$(FORMAT)'

due: $(READY) ## List the reviews that fall due within 60 days.
	@$(BIN)/imp-guide due --format '$(FORMAT)'

watch: $(READY) ## Ask the official pages whether anything changed since the reviews.
	@$(BIN)/imp-guide watch --format '$(FORMAT)'

inspect: $(READY) ## Hold the built pages in SITE=site against the data.
	@$(BIN)/imp-guide inspect '$(SITE)'

reference: $(READY) ## Write the schemas, data/README.md and CODEOWNERS again.
	$(BIN)/imp-guide reference

lint: $(READY) ## Check style, types and workflows.
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/zizmor --offline --quiet --persona pedantic .github/workflows
	$(BIN)/check-jsonschema --builtin-schema vendor.github-workflows .github/workflows/*.yml

test: lint ## Check style, types and workflows, then run all tests.
	$(BIN)/pytest

bench: $(READY) ## Measure how the build grows: 10, 100 and 1,000 categories.
	$(BIN)/python tests/bench.py

lock: $(READY) ## Lock the newest versions that pyproject.toml allows.
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/uv pip compile pyproject.toml --group dev --universal --python-version 3.11 --upgrade \
		--quiet --generate-hashes --no-emit-index-url --custom-compile-command "make lock" --output-file requirements.lock

clean: ## Remove everything that these commands made.
	rm -rf $(VENV) site .mypy_cache .pytest_cache .ruff_cache
