# Everything here needs only Python >= 3.11 and make: each target first builds the .venv that it runs in, from the lock,
# and touches the network only when pyproject.toml or a lock has changed since.

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help demo test browser soak lint format golden bench lock clean

VENV := .venv
# The tests make a database of their own there and drop it again; they are skipped where none answers and CI is not set.
POSTGRESQL ?= postgresql://postgres@127.0.0.1:5432/postgres
BIN := $(VENV)/bin
# Twice quiet: errors still speak, and a warning about some index of the machine does not bury the demo.
PIP := $(BIN)/python -m pip --disable-pip-version-check --no-input --quiet --quiet
COMPILE := $(BIN)/pip-compile --quiet --strip-extras --allow-unsafe --generate-hashes \
	--no-emit-index-url --no-emit-find-links --no-emit-options --no-emit-trusted-host
# allow-unsafe pins pip and setuptools too: pip-tools needs them, and an unpinned line fails an install with hashes.

SAMPLES := $(sort $(wildcard src/dieuhanh/samples/*.txt src/dieuhanh/samples/*.html))

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

# A register of its own inside the clone, never anybody's real one; `make demo PORT=8001` where 8000 is taken.
DEMO := .demo
PORT := 8000

demo: $(VENV)/.installed ## build a register from the sample digests and open its web pages
	@$(BIN)/dieuhanh demo --home $(DEMO) --port $(PORT)

test: $(VENV)/.installed browser ## run the tests and the examples in docstrings
	@$(BIN)/python -m pytest -n auto --dist worksteal
	@DATABASE_URL=$(POSTGRESQL) $(BIN)/python -m pytest -n auto --dist worksteal tests/apps tests/portal tests/visitors tests/desk tests/api tests/feeds

# Chromium, LibreOffice and poppler are the system's own: where they are missing, root and apt, they come from Debian; elsewhere the tests
# that look through them are skipped.
browser: ## install what the tests look at pages and letters through, where apt is
	@if command -v apt-get >/dev/null && [ "$$(id -u)" = 0 ]; then \
		missing=; \
		command -v chromium >/dev/null || missing="chromium fonts-noto-core"; \
		command -v soffice >/dev/null || missing="$$missing libreoffice-writer-nogui"; \
		command -v pdftotext >/dev/null || missing="$$missing poppler-utils"; \
		if [ -n "$$missing" ]; then \
			echo "Đang cài đặt $$missing … / installing $$missing …"; \
			{ apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $$missing; } \
				>/dev/null 2>&1 || echo "Không cài được $$missing. / $$missing could not be installed." >&2; \
		fi; \
	fi

soak: $(VENV)/.installed ## kill loads many times on both databases; takes some ten minutes
	@$(BIN)/python -m pytest -m soak tests/apps
	@DATABASE_URL=$(POSTGRESQL) $(BIN)/python -m pytest -m soak tests/apps

lint: $(VENV)/.installed ## check style, form, types and the arrow of imports
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/python -m mypy
	$(BIN)/lint-imports --no-cache

format: $(VENV)/.installed ## bring the code into form
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

golden: $(VENV)/.installed ## write down what the reader finds in the samples and what the API answers; review it as a diff
	@$(BIN)/dieuhanh read $(SAMPLES) --format json --output tests/readings
	@DJANGO_SETTINGS_MODULE=tests.settings $(BIN)/python -m tests.api.write_examples
	@git diff --stat -- tests/readings src/dieuhanh/api/examples

bench: $(VENV)/.installed-bench ## measure quality and speed, side by side with others
	@$(BIN)/python -m bench

lock: $(VENV)/.installed ## resolve pyproject.toml anew into the two lock files
	CUSTOM_COMPILE_COMMAND="make lock" $(COMPILE) --extra dev -o requirements.lock pyproject.toml
	CUSTOM_COMPILE_COMMAND="make lock" $(COMPILE) --extra bench -c requirements.lock -o requirements-bench.lock pyproject.toml

clean: ## remove the environment, the demo and every leftover
	rm -rf $(VENV) $(DEMO) build dist .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find src tests bench -name __pycache__ -type d -exec rm -rf {} +

# The package goes in last, without dependencies and without a build of its own, so that nothing unpinned can slip in.
$(VENV)/.installed: pyproject.toml requirements.lock | $(BIN)/python
	@echo "Đang cài đặt môi trường vào $(VENV) … / installing into $(VENV) …"
	@$(PIP) install --require-hashes --requirement requirements.lock
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.installed-bench: requirements-bench.lock $(VENV)/.installed
	@echo "Đang cài đặt phần đo hiệu năng … / installing what the bench compares with …"
	@$(PIP) install --require-hashes --requirement requirements-bench.lock
	@touch $@

$(BIN)/python:
	@for python in python3.11 python3; do \
		if "$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then \
			"$$python" -m venv $(VENV) && exit 0; \
			rm -rf $(VENV); \
			echo "Python không tạo được môi trường ảo: hãy cài gói python3-venv." >&2; \
			echo "Python could not make a virtual environment: install the package python3-venv." >&2; \
			exit 1; \
		fi; \
	done; \
	echo "Cần Python 3.11 trở lên: không tìm thấy python3.11, và python3 nếu có thì cũ hơn." >&2; \
	echo "Python 3.11 or later is needed: there is no python3.11, and python3, if any, is older." >&2; \
	exit 1
