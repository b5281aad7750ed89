"""The evaluator reads every agency and changes nothing of it: every address that acts is tried."""

from django.db.models import Max
from django.urls import URLPattern, get_resolver

from kinerja.models import Pengguna, Riwayat
from kinerja.pilihan import Peran
from tests.factories import buat_pengguna
from tests.kinerja.ukur_uji import buat_terukur

SENDIRI = ("komentar", "balasan", "catatan", "evaluasi", "lke", "sandi", "keluar", "masuk",
           "tampilan", "saringan", "pemberitahuan", "paket", "kunjungan")  # fmt: skip
"""What belongs to a reader: comments, notes, the own account."""


def alamat_bertindak(isi):
    """Every address with the keys of one agency's records filled in."""
    for pola in pola_url():
        medan = pola.pattern.converters
        if any(kata in str(pola.pattern) for kata in SENDIRI) or not set(medan) <= set(isi):
            continue
        alamat = str(pola.pattern)
        for nama in medan:
            jenis = alamat[: alamat.index(f":{nama}>")].rpartition("<")[2]
            alamat = alamat.replace(f"<{jenis}:{nama}>", str(isi[nama]))
        yield f"/{alamat}"


def pola_url(daftar=None):
    for satu in daftar if daftar is not None else get_resolver().url_patterns:
        if isinstance(satu, URLPattern):
            yield satu
        else:
            yield from pola_url(satu.url_patterns)


def test_no_address_lets_an_evaluator_change_an_agency(client, draf, jalur, perencana, dinas):
    pohon = jalur["PROGRAM"].pohon
    indikator = buat_terukur(pohon, jalur, perencana)
    isi = {
        "pohon_id": pohon.pk, "simpul_id": jalur["KEGIATAN"].pk, "indikator_id": indikator.pk,
        "lembaga_id": dinas.pk, "perangkat_daerah_id": dinas.pk, "perjanjian_id": draf.pk,
        "jabatan_id": draf.jabatan_id, "pemda_id": dinas.pemda_id, "pengguna_id": perencana.pk,
    }  # fmt: skip
    alamat = list(alamat_bertindak(isi))
    assert len(alamat) > 60
    for peran in (Peran.INSPEKTORAT, Peran.BAPPEDA):
        client.force_login(buat_pengguna(f"penilai_{peran}", peran, di=dinas.pemda))
        sebelum = keadaan()
        jawab = {(a, client.post(a, {"kinerja": "x", "alasan": "x"}).status_code) for a in alamat}
        sel = {"medan": "kinerja", "lama": "", "baru": "x", "kinerja": "x"}
        ubah = [client.patch(a, sel, content_type="application/json") for a in alamat]
        assert {a for a, status in jawab if status >= 500} == set()
        assert 403 in {j.status_code for j in ubah}
        assert keadaan() == sebelum


def keadaan():
    """The last event of all histories, and the accounts."""
    return Riwayat.objects.aggregate(Max("pk")), Pengguna.objects.count()
