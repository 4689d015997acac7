# `make` lists the recipes. Each that needs packages first makes .venv with `tools/environment`.
export DJANGO_SETTINGS_MODULE := samverk.portal.site.settings
BIN := .venv/bin
READY := .venv/ready
PYTEST := $(BIN)/pytest
# Read every address there is, through what others wrote; `make test` does, and once is enough.
WALKS := --ignore tests/web/test_nothing_leaks.py --ignore tests/portal/api/test_schemathesis.py

.PHONY: help install run demo test test-scheme test-browser test-postgres check fix messages migrations docs bench lock clean
.DEFAULT_GOAL := help

help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-16s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

install: $(READY) ## the Python environment in .venv, from requirements.lock

$(READY): requirements.lock pyproject.toml tools/environment
	@tools/environment
	@touch $@

run: install ## the portal at http://127.0.0.1:8000, with demonstration organisations
	@$(BIN)/samverk serve

demo: install ## a world of made-up people and alliances to try, with its accounts, at the same address
	@$(BIN)/samverk demo

test: install ## every test that this machine can run
	@$(PYTEST) -n auto

test-scheme: install ## the rule core and the rulebooks only
	@$(PYTEST) tests/scheme tests/rulebooks

test-browser: install ## the journeys in a real browser
	@REQUIRE_BROWSER=1 $(PYTEST) -m browser

test-postgres: install ## the portal's tests on a PostgreSQL of their own
	@tools/on-postgres $(PYTEST) -n auto tests/portal tests/web $(WALKS)

check: install ## form, lint, types, imports, templates, migrations, messages
	$(BIN)/ruff format --check
	$(BIN)/ruff check
	$(BIN)/djlint --lint --quiet src/samverk/portal/web
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/django-admin makemigrations --check --dry-run
	$(BIN)/python tools/messages.py check

fix: install ## what the checks can put right by themselves
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

messages: install ## gather the sentences of the interface and compile the Swedish ones
	$(BIN)/python tools/messages.py gather

migrations: install ## write the migrations that the models ask for
	$(BIN)/django-admin makemigrations

docs: install ## the pages of docs/ that are made from the code
	$(BIN)/python tools/reference.py write

bench: install ## every benchmark, each beside its baseline
	@for file in benchmarks/bench_*.py; do $(BIN)/python $$file || exit 1; done

lock: install ## resolve pyproject.toml anew into requirements.lock
	@$(BIN)/uv pip compile pyproject.toml --upgrade --universal --python-version 3.11 --all-extras \
		--group dev --group bench --group build --generate-hashes \
		--no-emit-index-url --no-annotate --no-header --quiet --output-file requirements.lock

clean: ## remove .venv and caches; the data folder `var` stays
	rm -rf .venv .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis
