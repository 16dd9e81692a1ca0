# The few commands that people need. Each sets up what it uses; `make help` lists them.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# What building and previewing need; and what testing needs besides.
READY := $(VENV)/.ready
TOOLS := $(VENV)/.tools
AUDIT := .cache/audit
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-compile

# MkDocs waits for ever where this is a pipe, and is at a loss where it is a folder.
SETTINGS := test -f mkdocs.yml || { echo "mkdocs.yml is not there, or is no file: restore it"; exit 1; }

# Material announces its successor on every run; the decision about it is made, not pending.
export NO_MKDOCS_2_WARNING := 1

# What is installed is compiled when it is first used, and kept: most of it never is.
export PYTHONDONTWRITEBYTECODE :=

# Against which git revision `make check` and `make diff` compare; `make inspect` looks at SITE.
BASE ?=
# Which of two questions `make check` answers: data, or reviewer. Both if empty.
VERDICT ?=
FORMAT ?= text
SITE ?= site
# What repeats a walk of `make stale`, which names it when it fails.
SEED ?=
# What `make bench` is told; `python -m tests.bench --help` lists it. `make audit` hands it on too.
OPTIONS ?=

.PHONY: help setup serve build check check-guide diff due inspect watch reference reading lint test \
	test-fast completion stale bench fonts lock audit clean

help: ## Show this list.
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-11s %s\n", $$1, $$2 }' Makefile

setup: $(READY) ## Make .venv with the locked versions that building and previewing need.

$(READY): requirements.lock pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed: make PYTHON=python3.11")'
	$(PYTHON) -m venv $(VENV)
	$(PIP) --require-hashes --requirement requirements.lock
	$(PIP) --no-build-isolation --no-deps --editable .
	@touch $(READY)

$(TOOLS): $(READY) tests/requirements.lock
	$(PIP) --require-hashes --requirement tests/requirements.lock
	@touch $(TOOLS)

serve: $(READY) ## Build the guide and preview it on http://127.0.0.1:8000/.
	@$(SETTINGS)
	$(BIN)/mkdocs serve

build: $(READY) ## Build the guide into site/.
	@$(SETTINGS)
	$(BIN)/mkdocs build --strict

check: $(READY) ## Check the data without building; BASE=main checks as well what changed since.
	@$(BIN)/imp-guide check $(if $(BASE),--base '$(BASE)') $(if $(VERDICT),--verdict '$(VERDICT)')

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

check-guide: $(TOOLS) ## All that a change of data or text has to pass: check, build, inspect, open in a browser.
	@$(BIN)/imp-guide check $(if $(BASE),--base '$(BASE)') $(if $(VERDICT),--verdict '$(VERDICT)')
	$(BIN)/mkdocs build --strict --quiet
	@$(BIN)/imp-guide inspect '$(SITE)'
	@rm -rf site-portable
	@$(BIN)/imp-guide portable '$(SITE)' site-portable
	$(BIN)/pytest --quiet tests/test_real_guide.py

reading: $(TOOLS) build ## Say how hard each page of site/ is to read.
	@$(BIN)/python -m tests.whole.reading site

lint: $(TOOLS) ## Check style, types and workflows.
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/zizmor --offline --quiet --persona pedantic .github/workflows
	$(BIN)/zizmor --offline --quiet --persona pedantic .github/dependabot.yml
	$(BIN)/check-jsonschema --builtin-schema vendor.github-workflows .github/workflows/*.yml
	$(BIN)/check-jsonschema --builtin-schema vendor.dependabot .github/dependabot.yml

test: lint ## Check style, types and workflows, then run all tests.
	$(BIN)/pytest --numprocesses auto

test-fast: $(TOOLS) ## Run the tests that need neither a browser nor a whole preview.
	$(BIN)/pytest --numprocesses auto -m "not browser and not preview"

completion: $(TOOLS) ## Ask VS Code's language server what it completes and marks; needs Node.js and npm.
	@command -v node >/dev/null && command -v npm >/dev/null || \
		{ echo "make completion needs Node.js and npm: install them first"; exit 1; }
	@npm ci --prefix tests/completion --no-audit --no-fund --silent
	@$(BIN)/python -m tests.completion

stale: $(TOOLS) ## Edit a previewed guide 500 times, and look for anything stale; SEED=… repeats a walk.
	STALE_EDITS=500 STALE_SEED='$(SEED)' $(BIN)/pytest --quiet tests/engine/test_stale.py

bench: $(TOOLS) ## Measure builds and edits beside a peer; OPTIONS='--sizes 10,100 --no-serve' is quicker.
	@$(BIN)/python -m tests.bench $(OPTIONS)

fonts: $(TOOLS) ## Cut the two fonts again from npm's packages; needs Node.js and npm.
	@npm ci --prefix tests/fonts --no-audit --no-fund --silent
	@$(BIN)/python -m tests.fonts

# The second lock holds the first one's versions, so that both fit into one .venv.
lock: $(READY) ## Lock the newest versions that pyproject.toml allows.
	$(BIN)/python -m pip install --quiet uv
	$(LOCK) pyproject.toml --group install --output-file requirements.lock
	$(LOCK) pyproject.toml --group install --group dev --constraint requirements.lock --output-file tests/requirements.lock
	$(LOCK) --group audit --output-file .ci/audit.lock

LOCK := $(BIN)/uv pip compile --upgrade --universal --python-version 3.11 --quiet \
	--generate-hashes --no-emit-index-url --custom-compile-command "make lock"

# In a place of its own: what looks for flaws shall not be mixed with what it looks at.
audit: $(AUDIT)/.ready ## Ask whether a locked package is known to be unsafe; needs the network.
	@failed=0; for lock in requirements.lock tests/requirements.lock .ci/audit.lock; do \
		echo "$$lock:"; \
		$(AUDIT)/bin/pip-audit --requirement $$lock --require-hashes --disable-pip --strict \
			--progress-spinner off $(OPTIONS) || failed=1; \
	done; exit $$failed

$(AUDIT)/.ready: .ci/audit.lock
	@mkdir -p $(AUDIT)
	$(PYTHON) -m venv $(AUDIT)
	$(AUDIT)/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes \
		--requirement .ci/audit.lock
	@touch $@

clean: ## Remove everything that these commands made.
	rm -rf $(VENV) $(AUDIT) site site-portable tests/completion/node_modules \
		tests/fonts/node_modules .mypy_cache .pytest_cache .ruff_cache
