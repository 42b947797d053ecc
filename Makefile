# Every command of the project. `make` alone lists them.

PYTHON ?= $(firstword $(foreach name,python3.11 python3.12 python3.13 python3,$(shell command -v $(name) 2>/dev/null)))
VENV   := .venv
BIN    := $(VENV)/bin
PIP    := $(BIN)/python -m pip --disable-pip-version-check --quiet --quiet
CASE   := examples/rus-prk

.DEFAULT_GOAL := help
.PHONY: help demo test check bench eval lock clean

help:  ## List the commands
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-6s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

demo: $(VENV)/.run  ## Install foedus and build the example dossier
	@$(BIN)/foedus build $(CASE)

test: $(VENV)/.dev  ## Run the whole test suite
	@$(BIN)/python -m pytest -n auto --dist loadfile

check: $(VENV)/.dev  ## Lint, types, import contracts, documentation
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@$(BIN)/python -m pytest -q tests/docs

bench: $(VENV)/.dev  ## Measure speed; results go to docs/reference/benchmarks.md
	@$(BIN)/python -m benchmarks

eval: $(VENV)/.dev  ## Score the reader against the annotated texts beside the checkout
	@$(BIN)/python -m benchmarks.reading_scores

lock:  ## Renew the locked, hashed versions of all dependencies (needs uv)
	uv pip compile pyproject.toml --group build $(LOCK) -o requirements/run.lock
	uv pip compile pyproject.toml --extra all --group dev $(LOCK) -o requirements/dev.lock

clean:  ## Remove the virtual environment and everything derived
	rm -rf $(VENV) examples/*/build .mypy_cache .ruff_cache .pytest_cache .hypothesis

LOCK := --upgrade --universal --python-version 3.11 --generate-hashes \
        --no-emit-index-url --no-header --no-annotate --quiet

# Nothing of the project is built in isolation: hatchling comes hash-checked with the rest.
FOEDUS := $(PIP) install --no-deps --no-build-isolation --editable .

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || \
	  { echo "foedus needs Python 3.11 or newer. Name one with: make PYTHON=/path/to/python3.11"; exit 1; }
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || \
	  { echo "Python cannot make virtual environments here. On Debian: apt install python3-venv"; exit 1; }
	@echo "Making $(VENV) with $(PYTHON)"
	@$(PYTHON) -m venv $(VENV)

$(VENV)/.run: requirements/run.lock pyproject.toml | $(VENV)/bin/python
	@test -e $(VENV)/.dev || echo "Installing foedus and what it needs, hash-checked (a minute or two, once)"
	@test -e $(VENV)/.dev || $(PIP) install --require-hashes -r requirements/run.lock
	@$(FOEDUS)
	@touch $@

$(VENV)/.dev: requirements/dev.lock pyproject.toml | $(VENV)/bin/python
	@echo "Installing what the tests need, hash-checked (a minute or two, once)"
	@$(PIP) install --require-hashes -r requirements/dev.lock
	@$(FOEDUS)
	@touch $@ $(VENV)/.run
