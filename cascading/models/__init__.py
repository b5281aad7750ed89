"""Who answers for what: column sets, links between trees, agreements, penjenjangan."""

from cascading.models.butir_penjenjangan import ButirPenjenjangan
from cascading.models.kalimat import KalimatPerjanjian
from cascading.models.kolom import SetKolom, ambil_set, set_tersedia
from cascading.models.lintas import Crosscutting
from cascading.models.penjenjangan import KataPenjenjangan, Penjenjangan
from cascading.models.perjanjian import PerjanjianKinerja
from cascading.models.tautan import Tautan

__all__ = [
    "ButirPenjenjangan",
    "Crosscutting",
    "KalimatPerjanjian",
    "KataPenjenjangan",
    "Penjenjangan",
    "PerjanjianKinerja",
    "SetKolom",
    "Tautan",
    "ambil_set",
    "set_tersedia",
]
