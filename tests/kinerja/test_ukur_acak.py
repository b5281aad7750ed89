"""Whatever is done in whatever order, each stored capaian is what the rule says."""

import random

import pytest

from kinerja.aturan.temuan import AturanDilanggar
from kinerja.models import Pengaturan, Riwayat, Tahap
from kinerja.models.hitung_capaian import atur_ukur, beda_dari_aturan
from kinerja.pilihan import Agregasi, Arah, CaraKetik, CaraTurun
from tests.factories import PADA
from tests.kinerja.ukur_uji import buat_terukur, ukur

ANGKA = ("0", "7", "12,5", "25", "40", "80–90", "BB", "")
LANGKAH, BERHASIL = 30, 15


@pytest.mark.parametrize("benih", range(2))
def test_stored_is_computed_after_any_changes(pohon, jalur, perencana, benih):
    acak, berhasil = random.Random(benih), 0
    daftar = [
        buat_terukur(pohon, jalur, perencana, teks=f"Jumlah {n}", agregasi=agregasi)
        for n, agregasi in enumerate(Agregasi.values)
    ]
    Pengaturan.objects.create(pemda=pohon.perangkat_daerah.pemda)

    for _ in range(LANGKAH):
        try:
            acak.choice(_perbuatan(pohon, acak.choice(daftar), perencana, acak))()
            berhasil += 1
        except AturanDilanggar:
            pass
        assert beda_dari_aturan(pohon) == []
    assert berhasil >= BERHASIL


def _perbuatan(pohon, indikator, oleh, acak):
    """Values; targets of quarters and the year, in stages that open later; the indicator; the
    rules of the pemda; undo.
    """
    siapa, n, teks = {"oleh": oleh, "pada": PADA}, acak.randrange(5), acak.choice(ANGKA)
    pengaturan = Pengaturan.objects.get()

    def isi():
        ukur(pohon, indikator, teks, triwulan=n or 4, oleh=oleh)

    def target():
        pohon.isi_target(indikator, teks, tahun=2025, triwulan=n, **siapa)

    def tahap():
        kode = f"P{Tahap.objects.count()}"
        Tahap.buka(pohon.perangkat_daerah, 2025, kode=kode, nama=kode, **siapa)

    def ubah():
        medan, pilihan = acak.choice((("arah", Arah), ("agregasi", Agregasi)))
        pohon.ubah_indikator(indikator, {medan: acak.choice(pilihan.values)}, **siapa)

    def atur():
        medan, pilihan = acak.choice((("cara_turun", CaraTurun), ("cara_ketik", CaraKetik)))
        atur_ukur(pengaturan, {medan: acak.choice(pilihan.values)}, **siapa)

    def batal():
        pohon.batalkan(Riwayat.objects.filter(pohon=pohon).latest("nomor"), **siapa)

    return (isi, isi, isi, target, target, tahap, ubah, atur, batal)
