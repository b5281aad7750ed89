"""Random verbs against a plain model of nested lists, and undo back to the beginning."""

from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kinerja.aturan.temuan import AturanDilanggar
from kinerja.models import Riwayat, Simpul
from kinerja.models.pemeriksaan import perbaiki_susunan, periksa_susunan
from tests.factories import PADA, buat_dinas, buat_pemda, buat_pengguna, buat_pohon
from tests.kinerja.test_pohon_verba import potret

NOMOR = count(1)
PERBUATAN = st.lists(
    st.tuples(
        st.sampled_from(["tambah", "tambah", "pindah", "hapus", "ubah"]),
        st.integers(0, 30),
        st.integers(0, 30),
        st.integers(0, 5),
    ),
    min_size=1,
    max_size=14,
)


class Tiruan:
    """The tree as nested dicts: what the database must look like."""

    def __init__(self):
        self.anak = {"": []}
        self.induk = {}

    def turunan(self, uid):
        return [uid, *(t for a in self.anak[uid] for t in self.turunan(a))]

    def lepas(self, uid):
        self.anak[self.induk[uid]].remove(uid)

    def pasang(self, uid, induk, setelah):
        saudara = self.anak[induk]
        saudara.insert(0 if setelah is None else saudara.index(setelah) + 1, uid)
        self.induk[uid] = induk
        self.anak.setdefault(uid, [])


def lakukan(pohon, tiruan, oleh, langkah):
    """One verb on both; a refusal must be one that the plain model also refuses."""
    kata, a, b, c = langkah
    siapa = {"oleh": oleh, "pada": PADA}
    semua = sorted(tiruan.induk)
    kotak = semua[a % len(semua)] if semua else ""
    induk = ["", *semua][b % (len(semua) + 1)]
    saudara = [u for u in tiruan.anak[induk] if u != kotak or kata == "tambah"]
    setelah = saudara[c % len(saudara)] if saudara and c else None

    def ambil(uid):
        return pohon.akar() if uid == "" else Simpul.objects.get(pohon=pohon, uid=uid)

    if kata == "tambah" or not semua:
        baru = pohon.tambah(
            induk=ambil(induk),
            jenjang="KONDISI",
            kinerja=f"k{a}",
            setelah=setelah or "AWAL",
            **siapa,
        )
        tiruan.pasang(str(baru.uid), induk, setelah)
    elif kata == "pindah" and induk in tiruan.turunan(kotak):
        with pytest.raises(AturanDilanggar):
            pohon.pindahkan(ambil(kotak), induk=ambil(induk), **siapa)
    elif kata == "pindah":
        pohon.pindahkan(ambil(kotak), induk=ambil(induk), setelah=setelah or "AWAL", **siapa)
        tiruan.lepas(kotak)
        tiruan.pasang(kotak, induk, setelah)
    elif kata == "hapus":
        pohon.hapus(ambil(kotak), **siapa)
        tiruan.lepas(kotak)
        for u in tiruan.turunan(kotak):
            del tiruan.induk[u]
    else:
        pohon.ubah(ambil(kotak), {"kinerja": f"u{b}"}, **siapa)


@pytest.mark.django_db
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(perbuatan=PERBUATAN)
def test_random_verbs_match_nested_lists_and_undo_to_nothing(perbuatan):
    nomor = next(NOMOR)
    dinas = buat_dinas(buat_pemda(kode=f"p{nomor}"), kode=f"d{nomor}")
    oleh = buat_pengguna(f"u{nomor}")
    pohon, tiruan = buat_pohon(dinas, oleh, jenis="POHON_KINERJA"), Tiruan()
    sebelum = potret(pohon)

    for langkah in perbuatan:
        lakukan(pohon, tiruan, oleh, langkah)

    urut = [
        str(u)
        for u in Simpul.objects.filter(pohon=pohon).order_by("lft").values_list("uid", flat=True)
    ]
    assert urut[1:] == tiruan.turunan("")[1:]
    assert periksa_susunan(pohon) == []
    for riwayat in Riwayat.objects.filter(pohon=pohon, nomor__gt=1).order_by("-nomor"):
        pohon.batalkan(riwayat, oleh=oleh, pada=PADA)
    assert potret(pohon) == sebelum


def test_broken_numbers_are_seen_and_mended(pohon, jalur):
    Simpul._base_manager.filter(pk=jalur["PROGRAM"].pk).update(lft=2, rght=99, level=7)
    assert periksa_susunan(pohon) != []

    perbaiki_susunan(pohon)

    assert periksa_susunan(pohon) == []
