# The two commands are `make serve` and `make test`. Each sets up what it needs, in .venv and .build, and nothing else.
PYTHON ?= python3
HOST ?= 127.0.0.1
PORT ?= 8050
# One more than there are cores: tests in a browser wait much of their time.
WORKERS ?= $(shell $(PYTHON) -c 'import os; print((os.cpu_count() or 1) + 1)')
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check -qq
QUICK := $(PIP) install --constraint constraints.txt --editable '.[quick]' 2>/dev/null || echo "PNGs take longer on this machine"

.PHONY: serve test lint check bench messages clean
.DEFAULT_GOAL := serve

serve: .build/web.done
	@$(BIN)/tracker serve --host $(HOST) --port $(PORT)

test: $(VENV)/test.done .build/web.done .build/chromium.done
	@$(BIN)/python -m pytest -n $(WORKERS) --dist worksteal --quiet
	@$(BIN)/tracker check --summary

lint: $(VENV)/test.done
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy

check: lint test

bench: $(VENV)/test.done
	@$(BIN)/python -m benchmarks
	@$(BIN)/python -m benchmarks.takeaway

messages: $(VENV)/test.done
	@$(BIN)/python scripts/update_messages.py

clean:
	rm -rf $(VENV) .build

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed; name one with: make PYTHON=python3.12 serve")'
	@echo "Setting up a virtual environment in $(VENV)"
	@$(PYTHON) -m venv $(VENV)

$(VENV)/serve.done: pyproject.toml constraints.txt | $(VENV)/bin/python
	@echo "Installing the tracker"
	@$(PIP) install --constraint constraints.txt --editable .
	@$(QUICK)
	@touch $@

$(VENV)/test.done: pyproject.toml constraints.txt | $(VENV)/bin/python
	@echo "Installing the tracker and its test tools"
	@$(PIP) install --constraint constraints.txt --editable '.[test]'
	@$(QUICK)
	@touch $@ $(VENV)/serve.done

.build/web.done: $(VENV)/serve.done package.json dashboard/build.py
	@$(BIN)/python -m dashboard.build
	@touch $@

.build/chromium.done:
	@mkdir -p .build
	@sh scripts/chromium.sh
	@touch $@
