# docint: `make demo` shows it, `make test` proves it, `make help` lists the rest.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
VENV := .venv
BIN := $(VENV)/bin
OUT := out
SEED ?= $(shell date +%s)
BUNDLES ?= 20
PLANTED ?= 4

.PHONY: help demo test check fast slow eval calibrate bench model serve lock licences wheel clean

help: ## list what can be made
	@grep -hE '^[a-z]+:.*## ' Makefile | sed -E 's/^([a-z]+):.*## (.*)/  make \1\t\2/' | expand -t 18

demo: $(VENV)/.runtime ## screen the sample submissions and say where the report is
	@$(BIN)/docint bulk corpora/demo --policy futian-2023 --out $(OUT)/demo
	@echo
	@echo "总表：$(CURDIR)/$(OUT)/demo/index.html"
	@echo "命令：$(CURDIR)/$(BIN)/docint"

test: $(VENV)/.dev ## set up what the tests need, then run every check and test
	@tools/debian.sh tesseract-ocr tesseract-ocr-chi-sim fonts-noto-cjk chromium postgresql
	@$(MAKE) --no-print-directory check fast slow

check: $(VENV)/.dev ## style, types, layers
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check --quiet .
	@$(BIN)/mypy --no-error-summary
	@$(BIN)/lint-imports --no-cache

fast: $(VENV)/.dev ## the tests that take seconds
	@$(BIN)/pytest -q -n 2 --dist loadscope -m "not slow and not browser and not faults and not postgres"

slow: $(VENV)/.dev ## OCR accuracy, browser, faults, databases
	@$(BIN)/pytest -q -m "slow or browser or faults or postgres"

eval: $(VENV)/.dev ## accuracy on freshly made bundles in layouts nobody tuned on (SEED=, BUNDLES=, PLANTED=)
	@tools/debian.sh tesseract-ocr tesseract-ocr-chi-sim fonts-noto-cjk chromium
	@$(BIN)/python -m corpora make --out corpora/made/$(SEED) --seed $(SEED) --bundles $(BUNDLES) --planted $(PLANTED) --layouts held-out
	@$(BIN)/docint evaluate corpora/made/$(SEED)

calibrate: $(VENV)/.dev ## fit what is said of sureness anew and measure it (an hour: makes and reads corpora)
	@tools/debian.sh tesseract-ocr tesseract-ocr-chi-sim fonts-noto-cjk chromium
	@$(BIN)/python tools/calibrate.py

bench: $(VENV)/.dev ## time of a screening against the OCR engine alone, in one run
	@$(BIN)/python tools/bench.py corpora/demo/2-moved-office

model: $(VENV)/.dev ## train the pipeline for prose and the pages' classifier anew and measure them (minutes)
	@tools/debian.sh fonts-noto-cjk chromium
	@$(BIN)/python tools/pages.py
	@$(BIN)/python tools/model.py
	@$(BIN)/python tools/agreements.py --card

serve: $(VENV)/.runtime ## the HTTP API on this machine
	@$(BIN)/docint serve

lock: ## pin the newest dependencies that fit (needs uv)
	uv pip compile pyproject.toml --universal --python-version 3.11 --upgrade --generate-hashes \
	  --no-emit-index-url --no-emit-find-links --no-header -q -o requirements.lock
	uv pip compile pyproject.toml --group dev --all-extras -c requirements.lock --universal --python-version 3.11 \
	  --generate-hashes --no-emit-index-url --no-emit-find-links --no-header -q -o requirements-dev.lock

licences: $(VENV)/.dev ## list the dependencies' licences anew
	@$(BIN)/python tools/licences.py > THIRD_PARTY.md

wheel: $(VENV)/.dev ## build the wheel
	@$(BIN)/python -m build --wheel --no-isolation

clean: ## remove what was made here
	rm -rf $(VENV) $(OUT) dist build .mypy_cache .ruff_cache .pytest_cache

$(BIN)/python:
	@tools/venv.sh $(VENV)

$(VENV)/.runtime: requirements.lock pyproject.toml | $(BIN)/python
	@echo "安装依赖（首次需几分钟）…"
	@$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install -q --disable-pip-version-check --no-deps -e .
	@touch $@

$(VENV)/.dev: requirements-dev.lock pyproject.toml | $(VENV)/.runtime
	@$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch $@
