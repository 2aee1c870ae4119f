# What can be done here. `make` alone lists it; each target's line stands behind its ##.
PYTHON ?= python3
BIN := .venv/bin
CATALOGUES := $(wildcard i18n/*.ts)
COMPILED := $(patsubst i18n/%.ts,resources/i18n/%.qm,$(CATALOGUES))
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help setup run test lint format check coverage screenshots helppictures papers build bench i18n lock wheels audit clean

help: ## this list
	@grep -hE '^[a-z0-9]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z0-9]+):.*## /\1\t/' | \
		awk -F'\t' '{ printf "  make %-12s %s\n", $$1, $$2 }'

setup: .venv/run.stamp $(COMPILED) ## make .venv with the command soclb and all it needs
	@.ci/system window

run: setup ## open the window; without a display make the practice month in out/
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ]; then \
		exec $(BIN)/soclb; \
	elif ls out/*.soclb >/dev/null 2>&1; then \
		echo "There is no display here, and the practice month stands in out/ already:"; ls -1 out; \
	else \
		echo "There is no display here, so no window can open. Making the practice month in out/ instead:"; \
		exec $(BIN)/soclb demo out/; \
	fi

test: setup .venv/dev.stamp ## set everything up and run all tests (ARGS="-k word" for some)
	@.ci/system test
	@QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest $(ARGS)

lint: .venv/dev.stamp ## format, lint, types and layers, without changing anything
	@$(BIN)/ruff format --check --quiet . || { echo "some files are not formatted: make format"; exit 1; }
	@$(BIN)/ruff check --quiet .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-cache >.venv/layers.txt 2>&1 || { cat .venv/layers.txt; exit 1; }
	@echo "lint: nothing to say"

format: .venv/dev.stamp ## format the code and mend what ruff can
	@$(BIN)/ruff check --quiet --fix . ; $(BIN)/ruff format --quiet .

check: lint test ## lint and test

coverage: setup .venv/dev.stamp ## tests with branch coverage, against the floors in pyproject.toml
	@.ci/system test
	@QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -q --cov --cov-report=
	@$(BIN)/python -m tests.helpers.floors

screenshots: setup .venv/dev.stamp ## every screen and dialog, in both languages and two sizes, to out/screens/
	@QT_QPA_PLATFORM=offscreen $(BIN)/python -m tests.helpers.screenshots out/screens

helppictures: screenshots ## the pictures of the help, smaller, from out/screens/
	@$(BIN)/python -m tests.helpers.help_pictures out/screens

papers: setup .venv/dev.stamp ## every paper of the practice book as PDF and as pictures, to out/papers/
	@.ci/system test
	@$(BIN)/python -m tests.helpers.papers out/papers

build: setup .venv/dev.stamp ## the program as one folder that needs no Python, to dist/soclb/
	@$(BIN)/pyinstaller --noconfirm --clean --log-level WARN build.spec
	@rm -rf build/try && env -i HOME="$$PWD/build/try" PATH=/nowhere dist/soclb/soclb demo build/try/demo
	@echo "dist/soclb/ is built, and its own demo ran without Python"

bench: setup .venv/dev.stamp ## the figures of bench/README.md
	@$(BIN)/python -m bench

i18n: .venv/dev.stamp ## find all texts, take in i18n/vi/*.tsv, write and compile the catalogues
	@$(BIN)/python i18n/build.py update && $(BIN)/python i18n/build.py compile

lock: .venv/dev.stamp ## pin the newest allowed versions, with hashes and without addresses (needs uv)
	@command -v uv >/dev/null || { echo "uv is needed for this: pip install uv"; exit 1; }
	@uv pip compile pyproject.toml --upgrade --extra install -o requirements.lock $(LOCK)
	@uv pip compile pyproject.toml --upgrade --extra install --extra dev -c requirements.lock -o requirements-dev.lock $(LOCK)
LOCK := --quiet --no-strip-extras --generate-hashes --universal --no-annotate --no-header --python-version 3.11

wheels: .venv/run.stamp ## check that every run-time pin has a wheel for 64-bit Windows
	@$(BIN)/python -m pip download --quiet --disable-pip-version-check --no-deps --require-hashes --only-binary=:all: \
		--platform win_amd64 --python-version 3.12 -d build/wheels -r requirements.lock
	@echo "every run-time pin has a wheel for Windows"

clean: ## remove what was made, the environment too
	@rm -rf .venv build dist out resources/i18n .coverage

.venv/bin/python:
	@.ci/system python
	@$(PYTHON) -m venv .venv

.venv/run.stamp: requirements.lock pyproject.toml | .venv/bin/python
	@echo "Installing what the program needs into .venv (the first time this takes some minutes)"
	@$(PIP) --require-hashes -r requirements.lock
	@$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@

.venv/dev.stamp: requirements-dev.lock .venv/run.stamp
	@echo "Installing what the tests and linters need into .venv"
	@$(PIP) --require-hashes -r requirements-dev.lock
	@touch $@

resources/i18n/%.qm: i18n/%.ts i18n/build.py .venv/run.stamp
	@.ci/system window
	@$(BIN)/python i18n/build.py compile
