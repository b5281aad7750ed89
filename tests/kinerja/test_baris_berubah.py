"""Rows drawn alone are the rows of the whole page."""

import re

import pytest
from django.core.cache import caches

from kinerja.aturan.pemeriksaan import RINGKASAN
from kinerja.lembar_pohon import Permintaan, lembar_pohon
from kinerja.perubahan_lembar import baris_berubah
from kinerja.pilihan import Jenjang
from tests.factories import PADA
from tests.peramban.pohon_uji import isi_pohon

BARIS = re.compile(r'<tr role="row" id="s(\d+)".*?(?=<tr role="row" id="s|</tbody>)', re.DOTALL)
LANGKAH = re.compile(r' data-j="\d+"')
MUTU = re.compile(r' data-t="([^"]*)"')
"""Quality findings depend on the whole document: their codes come with the next news."""


def tanpa_mutu(baris: str) -> str:
    def saring(tanda: re.Match[str]) -> str:
        kode = " ".join(k for k in tanda[1].split() if k in RINGKASAN)
        return f' data-t="{kode}"' if kode else ""

    return MUTU.sub(saring, baris.strip())


@pytest.fixture
def minta(pohon, jalur, perencana):
    isi_pohon(pohon, jalur, perencana)
    return Permintaan(tahun=2025, lingkup=perencana.lingkup_menyusun(pohon))


def sepenuhnya(pohon, minta) -> dict[int, str]:
    caches["lembar"].clear()
    return {int(m[1]): tanpa_mutu(m[0]) for m in BARIS.finditer(lembar_pohon(pohon, minta).baris)}


def test_a_branch_alone_draws_the_same_rows(pohon, minta):
    penuh = sepenuhnya(pohon, minta)

    assert len(penuh) == 7
    for pk, baris in penuh.items():
        sendiri = baris_berubah(pohon, {pk}, minta)
        assert list(sendiri) == [pk]
        assert LANGKAH.sub("", tanpa_mutu(sendiri[pk])) == LANGKAH.sub("", baris)


def test_with_those_above_the_rows_are_the_same_to_the_letter(pohon, jalur, minta):
    sub = jalur[Jenjang.SUB_KEGIATAN]

    hasil = baris_berubah(pohon, {sub.pk}, minta, atas=True)

    penuh = sepenuhnya(pohon, minta)
    assert set(hasil) == {s.pk for s in jalur.values()}
    assert {pk: tanpa_mutu(baris) for pk, baris in hasil.items()} == {pk: penuh[pk] for pk in hasil}


def test_a_narrowed_role_gets_the_marks_of_its_own_boxes(pohon, jalur, minta, perencana):
    cabang = ((None, str(jalur[Jenjang.KEGIATAN].uid)),)
    pk = {jalur[Jenjang.PROGRAM].pk, jalur[Jenjang.SUB_KEGIATAN].pk}
    pohon.ubah(jalur[Jenjang.SUB_KEGIATAN], {"nomor": "1"}, oleh=perencana, pada=PADA)

    hasil = baris_berubah(pohon, pk, Permintaan(tahun=2025, lingkup=cabang))

    assert "data-i" not in hasil[jalur[Jenjang.PROGRAM].pk]
    assert "data-i" in hasil[jalur[Jenjang.SUB_KEGIATAN].pk]
