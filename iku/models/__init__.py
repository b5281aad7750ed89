"""The IKU document: its texts, what it says of each indicator, its reviews."""

from iku.models.bab import Bab
from iku.models.dokumen import DokumenIku, SumberIku, bulan_terbit
from iku.models.reviu import Reviu
from iku.models.uraian import UraianIku

__all__ = ["Bab", "DokumenIku", "Reviu", "SumberIku", "UraianIku", "bulan_terbit"]
