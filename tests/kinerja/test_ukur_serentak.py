"""Values and targets that change at once leave no capaian behind that the rule would not give."""

import threading

import pytest
from django.db import connections

from kinerja.models import Realisasi
from kinerja.models.hitung_capaian import beda_dari_aturan
from tests.factories import PADA, buat_jalur, buat_pohon
from tests.kinerja.ukur_uji import buat_terukur, ukur

ULANGAN = 12


@pytest.mark.lambat
@pytest.mark.django_db(transaction=True)
def test_a_value_and_its_target_typed_at_once_agree_in_the_end(dinas, perencana):
    pohon = buat_pohon(dinas, perencana)
    indikator = buat_terukur(pohon, buat_jalur(pohon, perencana), perencana)
    galat = []

    def kerja(perbuatan):
        try:
            for n in range(1, ULANGAN + 1):
                perbuatan(n)
        except Exception as sebab:
            galat.append(sebab)
        finally:
            connections.close_all()

    def isi(n):
        ukur(type(pohon).objects.get(pk=pohon.pk), indikator, str(n), oleh=perencana)

    def ubah(n):
        dokumen = type(pohon).objects.get(pk=pohon.pk)
        dokumen.isi_target(
            indikator, str(10 + n), tahun=2025, triwulan=1, oleh=perencana, pada=PADA
        )  # fmt: skip

    utas = [threading.Thread(target=kerja, args=(satu,)) for satu in (isi, ubah)]
    for satu in utas:
        satu.start()
    for satu in utas:
        satu.join(60)

    assert galat == []
    assert beda_dari_aturan(type(pohon).objects.get(pk=pohon.pk)) == []
    satu = Realisasi.objects.get()
    assert satu.capaian == round(100 * satu.nilai / 22, 6)
