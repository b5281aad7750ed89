"""Set-up, tests and measurements: run as ``python3 -m scripts.NAME`` from the project's folder."""

import sys

if sys.version_info < (3, 11):  # noqa: UP036 - the reader of this sentence has an older one
    raise SystemExit("Perlu Python 3.11 atau lebih baru (PYTHON=python3.12 make demo).")
