#!/usr/bin/env python3
"""Turns article files into archive.db. `python build_db.py --help` tells how; `morgue build` is the same command."""

import sys

try:
    from morgue.cli import build
except ModuleNotFoundError as error:
    sys.exit(f"{error.name} is not installed here: run `make install`, then `.venv/bin/python build_db.py`.")

if __name__ == "__main__":
    build()
