"""Who answers for what: column sets of an agency, positions, links between trees, agreements."""

from cascading.models.kolom import SetKolom, ambil_set, set_tersedia

__all__ = ["SetKolom", "ambil_set", "set_tersedia"]
