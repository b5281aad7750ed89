"""Forms of what reports are written with; fields carry the names of the records'."""

from __future__ import annotations

from django import forms

from cascading.models.rencana_aksi import PANJANG_TRIWULAN
from kinerja.forms.terbanding import Teks
from kinerja.forms.tercatat import Baris, FormTercatat


class Triwulanan(Baris):
    """What one quarter brings."""

    def __init__(self, kata: str) -> None:
        super().__init__(max_length=PANJANG_TRIWULAN, required=False, label=f"Triwulan {kata}")


class RencanaAksiForm(FormTercatat):
    """One line of the action plan of a box."""

    uraian = Teks(baris=2, required=True, label="Rencana aksi")
    sub = Teks(baris=3, label="Sub rencana aksi", help_text="Langkah-langkahnya, satu per baris.")
    triwulan_1 = Triwulanan("I")
    triwulan_2 = Triwulanan("II")
    triwulan_3 = Triwulanan("III")
    triwulan_4 = Triwulanan("IV")
    penanggung_jawab = Baris(
        max_length=PANJANG_TRIWULAN, required=False, label="Pelaksana",
        help_text="Kosongkan bila sama dengan penanggung jawab kotaknya.",
    )  # fmt: skip
    urutan = forms.IntegerField(
        min_value=1, max_value=999, help_text="Tempatnya di antara rencana aksi kotak ini."
    )


class FaktorForm(FormTercatat):
    """What the agency says below E.81."""

    faktor_pendorong = Teks(
        baris=4, label="Faktor pendorong keberhasilan kinerja",
        help_text="Kosong berarti memakai catatan faktor pendukung triwulan itu.",
    )  # fmt: skip
    faktor_penghambat = Teks(
        baris=4, label="Faktor penghambat pencapaian kinerja",
        help_text="Kosong berarti memakai catatan hambatan triwulan itu.",
    )  # fmt: skip


class TindakLanjutForm(FormTercatat):
    """What Bappeda says below E.81."""

    tindak_lanjut_triwulan = Teks(
        baris=4, label="Tindak lanjut yang diperlukan dalam triwulan berikutnya"
    )
    tindak_lanjut_renja = Teks(
        baris=4, label="Tindak lanjut yang diperlukan dalam Renja PD berikutnya"
    )


class UraianLkjipForm(FormTercatat):
    """The words of one part of a LKjIP."""

    teks = Teks(
        baris=14, label="Uraian",
        help_text="Baris kosong memisahkan alinea. Dicetak sebelum tabelnya; angka diambil dari "
        "pengukuran.",
    )  # fmt: skip
