#!/bin/sh
# Makes ready what `make` needs: the system's packages, then .venv with exactly what the lock file names.
# Usage: packaging/bootstrap.sh run|test|check   (run: the program; test: also the tests' desktop; check: no system packages)
#
# A stamp (a copy of the lock file) is written last, so an interrupted installation never counts as done: without any
# stamp .venv is made anew, with an old one it is brought up to date.
set -eu
cd "$(dirname "$0")/.."

purpose=$1
case $purpose in
    run) lock=packaging/requirements.txt stamp=.venv/installed.txt ;;
    *) lock=packaging/requirements-dev.txt stamp=.venv/installed-dev.txt ;;
esac

say() { printf '%s\n' "$*" >&2; }

is_made() { { [ -f .venv/installed.txt ] || [ -f .venv/installed-dev.txt ]; } && .venv/bin/python -c 'import pip' 2>/dev/null; }

in_range='import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 14))'

find_python() {
    without_venv=
    for name in ${PYTHON:-} python3.14 python3.13 python3.12 python3.11 python3 python; do
        "$name" -c "$in_range" >/dev/null 2>&1 || continue
        if "$name" -c 'import ctypes, ensurepip, venv' >/dev/null 2>&1; then
            printf '%s' "$name"
            return
        fi
        without_venv=${without_venv:-$name}
    done
    if [ -n "$without_venv" ]; then
        say "Relapp needs the venv module of $without_venv, which is not installed. On Debian or Ubuntu: sudo apt-get install python3-venv"
    else
        say "Relapp needs Python 3.11 to 3.14, and none was found. On Debian or Ubuntu: sudo apt-get install python3 python3-venv"
    fi
    exit 1
}

python=.venv/bin/python
is_made || python=$(find_python)

[ "$purpose" = check ] || "$python" packaging/system_packages.py "$purpose"

if [ "$python" = .venv/bin/python ] && cmp -s "$lock" "$stamp"; then
    exit 0
fi

if [ "$python" != .venv/bin/python ]; then
    rm -rf .venv
    "$python" -m venv .venv
fi
rm -f .venv/installed.txt .venv/installed-dev.txt
say "Installing the libraries that $lock names into .venv; the first time takes a minute or two."
if ! .venv/bin/python -m pip install --quiet --disable-pip-version-check --no-input \
    --only-binary :all: --no-deps --require-hashes --requirement "$lock"; then
    say "The libraries could not be installed (see above). Nothing was started; the same command tries again."
    exit 1
fi
.venv/bin/python -m compileall -q main.py relapp ui || true # so that the first start is as quick as the next
cp packaging/requirements.txt .venv/installed.txt
[ "$purpose" = run ] || cp packaging/requirements-dev.txt .venv/installed-dev.txt
