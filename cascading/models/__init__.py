"""Who answers for what: column sets of an agency, positions, links between trees, agreements."""

from cascading.models.kalimat import KalimatPerjanjian
from cascading.models.kolom import SetKolom, ambil_set, set_tersedia
from cascading.models.lintas import Crosscutting
from cascading.models.perjanjian import PerjanjianKinerja
from cascading.models.tautan import Tautan

__all__ = [
    "Crosscutting",
    "KalimatPerjanjian",
    "PerjanjianKinerja",
    "SetKolom",
    "Tautan",
    "ambil_set",
    "set_tersedia",
]
