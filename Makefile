# The few commands there are. Each first makes ready what it needs (packaging/bootstrap.sh); nothing else has to be run.
# make run ARGS="--demo"      make test ARGS="tests/domain -k birthday"

.POSIX:
.PHONY: run test test-zones check bench screenshots coverage lock clean

PY = .venv/bin/python
ARGS =

run:
	@sh packaging/ring.sh $(PY) $(ARGS) || { sh packaging/bootstrap.sh run && $(PY) main.py $(ARGS); }

test:
	@sh packaging/bootstrap.sh test
	@PYTHONDONTWRITEBYTECODE= QT_QPA_PLATFORM=offscreen $(PY) -m pytest -n 2 --dist worksteal $(ARGS)

test-zones:
	@sh packaging/bootstrap.sh test
	@RELAPP_ALL_ZONES=1 $(PY) -m pytest -n 2 --dist worksteal tests/domain/boundaries $(ARGS)

check:
	@sh packaging/bootstrap.sh check
	@$(PY) -m ruff format --check .
	@$(PY) -m ruff check .
	@$(PY) -m mypy
	@.venv/bin/lint-imports

bench:
	@sh packaging/bootstrap.sh test
	@$(PY) -m tests.bench $(ARGS)

screenshots:
	@sh packaging/bootstrap.sh test
	@$(PY) packaging/screenshots.py $(ARGS)

coverage:
	@sh packaging/bootstrap.sh test
	@$(PY) -m coverage erase
	@QT_QPA_PLATFORM=offscreen $(PY) -m coverage run -m pytest $(ARGS)
	@$(PY) -m coverage combine --quiet
	@$(PY) -m coverage report

lock:
	@sh packaging/bootstrap.sh check
	@sh packaging/lock.sh $(PY) $(ARGS)

clean:
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis .coverage .coverage.* build dist
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
