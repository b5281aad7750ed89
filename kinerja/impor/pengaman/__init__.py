"""The guard at the door: limits before any parser sees the workbook.

``periksa`` runs in the reading child (see pembaca); the modules here import neither Django nor
anything else that starts slowly.
"""

from .batas import Batas, BerkasDitolak
from .jenis import CSV, XLSX, beda_akhiran, kenali, tolak_csv
from .paket import Paket, periksa
from .telaah import Telaah

__all__ = [
    "CSV",
    "XLSX",
    "Batas",
    "BerkasDitolak",
    "Paket",
    "Telaah",
    "beda_akhiran",
    "kenali",
    "periksa",
    "tolak_csv",
]
