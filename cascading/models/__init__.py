"""Who answers for what: column sets, links between trees, agreements, penjenjangan; plans of action
and the words of reports.
"""

from cascading.models.bentuk import BentukPerjanjian
from cascading.models.butir_penjenjangan import ButirPenjenjangan
from cascading.models.evaluasi import CatatanEvaluasi, UraianLkjip
from cascading.models.kalimat import KalimatPerjanjian
from cascading.models.kolom import SetKolom, ambil_set, set_tersedia
from cascading.models.kontribusi import Kontribusi, SelKontribusi
from cascading.models.lintas import Crosscutting
from cascading.models.penjenjangan import KataPenjenjangan, Penjenjangan
from cascading.models.perjanjian import PerjanjianKinerja
from cascading.models.rencana_aksi import RencanaAksi
from cascading.models.tautan import Tautan

__all__ = [
    "BentukPerjanjian",
    "ButirPenjenjangan",
    "CatatanEvaluasi",
    "Crosscutting",
    "KalimatPerjanjian",
    "KataPenjenjangan",
    "Kontribusi",
    "Penjenjangan",
    "PerjanjianKinerja",
    "RencanaAksi",
    "SelKontribusi",
    "SetKolom",
    "Tautan",
    "UraianLkjip",
    "ambil_set",
    "set_tersedia",
]
