#!/usr/bin/env bash
# Makes a virtual environment with the newest Python ≥ 3.11 found; Debian keeps venv in a package of its own.
set -euo pipefail
venv=$1
for python in ${PYTHON:-python3 python3.14 python3.13 python3.12 python3.11}; do
    if command -v "$python" >/dev/null &&
        "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
        "$python" -m venv "$venv" >/dev/null 2>&1 && exit 0
        "$(dirname "$0")/debian.sh" python3-venv
        exec "$python" -m venv "$venv"
    fi
done
echo "docint 需要 Python 3.11 或更高版本；请安装后重试，或用 PYTHON=/路径/python3 指定。" >&2
exit 1
