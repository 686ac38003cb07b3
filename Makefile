# `make run` for the dashboard, `make test` for every check; both install what they need into .venv first.

PYTHON ?= python3
PORT ?= 8501
VENV := .venv
BIN := $(VENV)/bin
SCALE := .venv-scale
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

.PHONY: help
help: ## this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "make %-12s %s\n", $$1, $$2}'

.PHONY: run
run: $(VENV)/.run-stamp ## the dashboard on http://localhost:8501 (PORT=… for another)
	@$(BIN)/lsk run --port $(PORT)

.PHONY: setup
setup: $(VENV)/.dev-stamp ## only install: what the dashboard and its checks need

# A file to a worker: its tests share what they set up. Which files come first, tests/conftest.py says.
SPREAD := -n 2 --dist loadfile --no-loadscope-reorder

.PHONY: test
test: lint browser ## every check, a real browser included
	@$(BIN)/python -m pytest $(SPREAD) --ignore=tests/browser
	@$(BIN)/python -m pytest $(SPREAD) tests/browser

.PHONY: test-scale
test-scale: $(SCALE)/.stamp ## the same answers from Apache Spark, asked of a real server; needs Java 17 or newer
	@command -v java >/dev/null || { echo "make test-scale needs Java 17 or newer. On Debian: apt-get install default-jre-headless"; exit 1; }
	@$(SCALE)/bin/python -m pytest tests_scale

.PHONY: coverage
coverage: $(VENV)/.dev-stamp ## which lines no test without a browser runs; takes longer than the tests themselves
	@$(BIN)/python -m pytest $(SPREAD) --ignore=tests/browser --cov --cov-report=term

.PHONY: lint
lint: $(VENV)/.dev-stamp ## style, types and architecture
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

.PHONY: format
format: $(VENV)/.dev-stamp ## put the code into the project's style
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

.PHONY: browser
browser: $(VENV)/.dev-stamp ## find a browser for the tests, or install one
	@$(BIN)/python tools/browser.py --install

.PHONY: bench
bench: $(VENV)/.dev-stamp ## what the program costs, measured, into benchmarks/RESULTS.md
	@$(BIN)/python benchmarks/bench.py

.PHONY: screenshots
screenshots: browser ## remake the pictures of the README
	@$(BIN)/python -m tools.screenshots

.PHONY: messages
messages: $(VENV)/.dev-stamp ## bring the Polish catalogue up to date with the code
	@$(BIN)/python -m tools.messages

.PHONY: lock
lock: $(VENV)/.dev-stamp ## remake the lock files with the newest versions allowed, and the bill of materials
	@$(COMPILE) --extra build --output-file requirements.lock
	@$(COMPILE) --extra build --extra dev --constraints requirements.lock --output-file requirements-dev.lock
	@$(COMPILE) --extra build --extra dev --extra spark --constraints requirements-dev.lock --output-file requirements-scale.lock
	@$(BIN)/python -m tools.bill

.PHONY: licences
licences: $(VENV)/.dev-stamp ## which licence each package has, and whether it is on the list
	@$(BIN)/python -m tools.licences

COMPILE = $(BIN)/uv pip compile pyproject.toml --upgrade --quiet --no-config --universal --python-version 3.11 \
	--generate-hashes --no-emit-index-url --no-annotate --no-header

# Installing happens when a lock file or pyproject.toml is newer than the stamp, and not otherwise.

$(VENV)/.run-stamp: requirements.lock pyproject.toml | $(BIN)/pip
	@echo "Installing the dashboard into $(VENV): once, about a minute."
	@$(PIP) --require-hashes -r requirements.lock
	@$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.dev-stamp: requirements-dev.lock $(VENV)/.run-stamp
	@echo "Installing the tools for the checks into $(VENV): once, half a minute."
	@$(PIP) --require-hashes -r requirements-dev.lock
	@touch $@

# An environment of its own: what is tested elsewhere has nothing of it.
$(SCALE)/.stamp: requirements-scale.lock pyproject.toml | $(BIN)/pip
	@echo "Installing what asks Apache Spark into $(SCALE): once, some minutes; PySpark has 450 MB."
	@$(BIN)/python -m venv $(SCALE)
	@$(SCALE)/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-scale.lock
	@$(SCALE)/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

$(BIN)/pip:
	@command -v $(PYTHON) >/dev/null || { \
		echo "There is no $(PYTHON) on this machine. LSK Metrics needs Python 3.11 or newer: make … PYTHON=/path/to/python3"; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "LSK Metrics needs Python 3.11 or newer, and $(PYTHON) is $$($(PYTHON) --version 2>&1). Name a newer one: make … PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); \
		echo "$(PYTHON) could not make a virtual environment. On Debian and Ubuntu: apt-get install python3-venv"; exit 1; }
