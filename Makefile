# Two commands on a machine with Python 3.11 or later: `make demo` and `make test`.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: help demo test lint types imports pytest rules golden docs schemas bench wheel clean

help:
	@sed -n 's/^## //p' Makefile

## make demo     install and check the examples
demo: $(READY)
	@$(BIN)/gardefou check examples --fail-on never

## make test     everything that continuous integration runs
test: lint types imports rules pytest

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/yamllint --strict rules examples

types: $(READY)
	$(BIN)/mypy

imports: $(READY)
	$(BIN)/lint-imports

## make rules    lint the rule packs, run their cases and the removal gate
rules: $(READY)
	$(BIN)/gardefou rules lint
	$(BIN)/gardefou rules test --decisive

pytest: $(READY)
	$(BIN)/pytest

## make golden   rewrite the expected outputs, then read the difference
golden: $(READY)
	$(BIN)/pytest --update-golden

## make docs     rewrite the generated pages and schemas
docs: $(READY)
	$(BIN)/python -m governance.authoring.publish

## make bench    measure speed as ratios, beside other linters
bench: $(READY)
	$(BIN)/python -m bench

## make wheel    build the distribution
wheel: $(READY)
	$(BIN)/python -m build --wheel --sdist

clean:
	rm -rf $(VENV) dist build .pytest_cache .mypy_cache .ruff_cache .hypothesis

$(READY): pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check 'pip>=25.1'
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable . --group dev
	@touch $(READY)
