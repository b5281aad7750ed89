"""The story of the import without a browser: the Kotim workbook from upload to undo."""

import re
from pathlib import Path

import pytest
from django.db.models import Sum

from kinerja.models import Pagu, Pohon, Riwayat, SesiImpor, Simpul
from tests import factories
from tests.berkas import AKAR

KOTIM = AKAR / "fixtures" / "contoh" / "renja-kotim-2025.xlsx"
USUL = {
    "H43": "32400000", "H62": "13298000", "H23": "271000", "H58": "65510000", "H39": "150000000"
}  # fmt: skip


@pytest.fixture
def masuk(client, perencana):
    client.force_login(perencana)
    return client


def unggah(client, dinas, berkas: Path = KOTIM, **isi):
    bawaan = {
        "perangkat_daerah": dinas.pk,
        "tujuan": "BARU",
        "periode": factories.buat_periode().pk,
        "jenis_pohon": "CASCADING",
    }
    with berkas.open("rb") as f:
        return client.post("/impor/", bawaan | isi | {"berkas": f})


def putuskan(client, sesi, sel: str, nilai: str = "", aksi: str = "ISI", lembar="RENJA 2025"):
    isi = {"alamat": f"{lembar}!{sel}", "aksi": aksi, "nilai": nilai}
    return client.post(f"/impor/{sesi.pk}/keputusan/", isi)


def kelompok(html: str) -> dict[str, str]:
    pola = r'<li data-kode="(\w+)"><b>(\d+)[^<]*</b>(?:<span>([^<]*))?'
    return {kode: f"{n}: {sel}" for kode, n, sel in re.findall(pola, html)}


def test_the_kotim_workbook_from_upload_to_undo(masuk, dinas, perencana):
    jawaban = unggah(masuk, dinas)
    sesi = SesiImpor.objects.get()
    assert jawaban.status_code == 302, jawaban.content.decode()[:3000]

    html = masuk.get(jawaban.url).content.decode()
    assert "6.670.249.993" in html
    assert "1 pagu tidak terbaca" in html
    ada = kelompok(html)
    assert ada["ANGKA_TIDAK_TERBACA"] == "2: H43, H62"
    assert ada["PAGU_TIDAK_COCOK"] == "4: H17, H38, H39, H57"
    assert ada["PAGU_TAK_TERVERIFIKASI"] == "2: H42, H59"
    assert masuk.post(f"/impor/{sesi.pk}/penerapan/").status_code == 422

    for sel, nilai in USUL.items():
        assert putuskan(masuk, sesi, sel, nilai).status_code == 302
    assert masuk.post(f"/impor/{sesi.pk}/penerapan/").status_code == 302

    pohon = Pohon.objects.get()
    assert Pagu.objects.aggregate(n=Sum("nilai"))["n"] == 6_312_818_993
    assert Pagu.objects.count() == 43
    hasil = masuk.get(f"/impor/{sesi.pk}/").content.decode()
    assert "6.312.818.993" in hasil
    assert "43 sub kegiatan" in hasil

    assert masuk.post(f"/impor/{sesi.pk}/pembatalan/").status_code == 302
    assert Simpul.objects.tampak().count() == 0
    assert Pagu.objects.count() == 0
    assert [r.kata_kerja for r in Riwayat.objects.filter(pohon=pohon).order_by("nomor")] == [
        "buat", "impor", "batalkan"
    ]  # fmt: skip
    sesi.refresh_from_db()
    assert sesi.status == "DIBATALKAN"
