# Any Python from 3.11 on will do; `make PYTHON=/path/to/python3` names one.
PYTHON ?= $(shell for python in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$python && break; \
	done)
WORKERS ?= 2

BIN := .venv/bin
COMPILE := $(BIN)/pip-compile --quiet --generate-hashes --allow-unsafe --strip-extras \
	--no-emit-index-url --no-emit-trusted-host --no-emit-find-links --no-emit-options --no-header

.DEFAULT_GOAL := help
.PHONY: help install run test check bench docs nightly oracle lock

help:  ## Show this
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/make \1	\2/p' Makefile | expand -t 16

install: .venv/.runs  ## Install into .venv; the command is .venv/bin/kommune

run: install  ## Start: the demo, or the bot once a platform is set up in .env
	@$(BIN)/kommune run

test: check .synapse/.runs .element/.runs  ## Check and test everything, against a real PostgreSQL and Synapse
	$(BIN)/pytest -n $(WORKERS) --dist loadgroup -rs

check: .venv/.develops  ## Form, types and the direction of imports
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: .venv/.develops .plain/.runs  ## Measure what the README quotes
	$(BIN)/python -m benchmarks

docs: .venv/.develops  ## Write what docs/ says of commands and settings anew, from the code
	$(BIN)/kommune reference

nightly: .venv/.develops .synapse/.runs .element/.runs  ## The tests that take longer than a commit may wait
	$(BIN)/pytest -m nightly -rs

oracle: .oracle/.runs  ## Count thousands of random ballots as pref_voting does, and compare
	.oracle/bin/python -m pytest -c tests/oracle/pytest.ini tests/oracle

lock: .venv/.develops  ## Write the lock files anew (UPGRADE=--upgrade for newer versions)
	$(COMPILE) $(UPGRADE) --build-deps-for editable -o requirements.txt pyproject.toml
	$(COMPILE) $(UPGRADE) --build-deps-for editable --extra dev -c requirements.txt \
		-o requirements-dev.txt pyproject.toml
	$(COMPILE) $(UPGRADE) -o tests/synapse-requirements.txt tests/synapse-requirements.in
	$(COMPILE) $(UPGRADE) -c requirements-dev.txt \
		-o tests/oracle/requirements.txt tests/oracle/requirements.in
	$(BIN)/python -m tests.element lock

.venv/.runs: requirements.txt
	@$(call venv,.venv)
	@echo "Installing Kommune into .venv"
	@$(BIN)/pip install -q --disable-pip-version-check --require-hashes -r requirements.txt
	@$(BIN)/pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

.venv/.develops: .venv/.runs requirements-dev.txt
	@echo "Installing what the tests need into .venv"
	@$(BIN)/pip install -q --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@touch $@

.plain/.runs: requirements.txt
	@$(call venv,.plain)
	@echo "Installing what the bot needs, and nothing of the tests, into .plain"
	@.plain/bin/pip install -q --disable-pip-version-check --require-hashes -r $<
	@touch $@

.synapse/.runs: tests/synapse-requirements.txt
	@$(call venv,.synapse)
	@echo "Installing a Matrix homeserver for the tests into .synapse"
	@.synapse/bin/pip install -q --disable-pip-version-check --require-hashes -r $<
	@touch $@

.oracle/.runs: tests/oracle/requirements.txt
	@$(call venv,.oracle)
	@echo "Installing another count of ballots for the tests into .oracle"
	@.oracle/bin/pip install -q --disable-pip-version-check --require-hashes -r $<
	@touch $@

.element/.runs: tests/element/package-lock.json | .venv/.develops
	@echo "Installing Element's crypto for the tests into .element"
	@$(BIN)/python -m tests.element
	@touch $@

define venv
if ! $(or $(PYTHON),false) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then \
	echo "Kommune needs Python 3.11 or newer: install it, or name it with make PYTHON=/path/to/python3."; \
	exit 1; \
fi; \
$(PYTHON) -m venv $(1)
endef
