# The few commands that people need. Each sets up what it uses; `make help` lists them.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

# Material announces its successor on every run; the decision about it is made, not pending.
export NO_MKDOCS_2_WARNING := 1

.PHONY: help setup serve build test check bench lock clean

help: ## Show this list.
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-7s %s\n", $$1, $$2 }' Makefile

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

check: $(READY) ## Check style and types.
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

test: check ## Check style and types, then run all tests.
	$(BIN)/pytest

bench: $(READY) ## Measure how the build grows: 10, 100 and 1,000 categories.
	$(BIN)/python tests/bench.py

lock: $(READY) ## Lock the newest versions that pyproject.toml allows.
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/uv pip compile pyproject.toml --group dev --universal --python-version 3.11 --upgrade \
		--quiet --generate-hashes --no-emit-index-url --custom-compile-command "make lock" --output-file requirements.lock

clean: ## Remove everything that these commands made.
	rm -rf $(VENV) site .mypy_cache .pytest_cache .ruff_cache
