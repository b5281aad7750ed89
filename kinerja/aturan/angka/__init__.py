"""Indonesian numbers as planners type them. Nothing is ever guessed.

``baca_rupiah`` reads money, ``baca_target`` reads targets and baselines; both never raise and
give a ``Bacaan``: the value (raw text always kept) and findings without a place. A finding of
level GALAT means no value. ``gaya_kolom`` learns the decimal sign of a column.
"""

from .desimal import KOMA, TITIK, gaya_kolom
from .nilai import Bacaan, Nilai, format_angka, format_rupiah, teks_mentah
from .rupiah import baca_rupiah
from .target import baca_target

__all__ = [
    "KOMA",
    "TITIK",
    "Bacaan",
    "Nilai",
    "baca_rupiah",
    "baca_target",
    "format_angka",
    "format_rupiah",
    "gaya_kolom",
    "teks_mentah",
]
