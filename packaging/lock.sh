#!/bin/sh
# Writes the lock files from pyproject.toml: exact versions and hashes for Python 3.11 to 3.14 on every system, no index address.
# Usage: packaging/lock.sh PYTHON [uv options, e.g. --upgrade]
set -eu
cd "$(dirname "$0")/.."
python=$1
shift
tools=$(mktemp -d)
trap 'rm -rf "$tools"' EXIT INT TERM

"$python" -m venv "$tools"
"$tools/bin/python" -m pip install --quiet uv

lock() {
    "$tools/bin/uv" pip compile pyproject.toml --quiet --universal --python-version 3.11 --generate-hashes \
        --no-header --no-annotate --no-emit-index-url "$@"
}
lock --output-file packaging/requirements.txt "$@"
lock --group dev --constraints packaging/requirements.txt --output-file packaging/requirements-dev.txt "$@"
echo "Locked: packaging/requirements.txt, packaging/requirements-dev.txt"
