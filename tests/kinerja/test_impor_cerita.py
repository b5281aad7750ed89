"""The story of the import without a browser: the Kotim workbook from upload to undo."""

from django.db.models import Sum

from kinerja.models import KlaimPagu, Pagu, Pohon, Riwayat, SesiImpor, Simpul
from tests.kinerja.impor_uji import USUL, putuskan, temuan_di_bilah, unggah


def test_the_kotim_workbook_from_upload_to_undo(client, dinas, perencana):
    client.force_login(perencana)
    jawaban = unggah(client, dinas)
    sesi = SesiImpor.objects.get()
    assert jawaban.status_code == 302

    html = client.get(jawaban.url).content.decode()
    assert "6.670.249.993" in html
    assert "1 pagu tidak terbaca" in html
    ada = temuan_di_bilah(html)
    assert ada["ANGKA_TIDAK_TERBACA"] == "2: H43, H62"
    assert ada["PAGU_TIDAK_COCOK"] == "4: H17, H38, H39, H57"
    assert ada["PAGU_TAK_TERVERIFIKASI"] == "2: H42, H59"
    assert client.post(f"/impor/{sesi.pk}/penerapan/").status_code == 422

    for sel, nilai in USUL.items():
        assert putuskan(client, sesi, sel, nilai).status_code == 302
    assert client.post(f"/impor/{sesi.pk}/penerapan/").status_code == 302

    pohon = Pohon.objects.get()
    assert Pagu.objects.aggregate(n=Sum("nilai"))["n"] == 6_312_818_993
    assert Pagu.objects.count() == 43
    hasil = client.get(f"/impor/{sesi.pk}/").content.decode()
    assert "6.312.818.993" in hasil
    assert "43 sub kegiatan" in hasil
    assert "5 sel diperbaiki" in hasil
    assert "<s>13.2918.000</s> → <strong>13.298.000</strong>" in hasil

    repaired_amounts_keep_their_source(client)
    assert client.post(f"/impor/{sesi.pk}/pembatalan/").status_code == 302
    assert Simpul.objects.tampak().count() == 0
    assert Pagu.objects.count() == 0
    assert [r.kata_kerja for r in Riwayat.objects.filter(pohon=pohon).order_by("nomor")] == [
        "buat", "impor", "batalkan"
    ]  # fmt: skip
    sesi.refresh_from_db()
    assert sesi.status == "DIBATALKAN"


def repaired_amounts_keep_their_source(client):
    diperbaiki = Pagu.objects.exclude(asal="")
    assert sorted(diperbaiki.values_list("asal", "nilai")) == [
        ("13.2918.000", 13_298_000),
        ("165.510.000", 65_510_000),
        ("271.000.000", 271_000),
    ]
    assert set(KlaimPagu.objects.exclude(asal="").values_list("asal", "nilai")) == {
        ("32.400.0000", 32_400_000),
        ("100.000.000", 150_000_000),
    }
    simpul = diperbaiki.get(nilai=13_298_000).simpul
    laci = client.get(f"/simpul/{simpul.pk}/rinci/?tahun=2025").content.decode()
    kalimat = "tertulis di berkas “13.2918.000”, diperbaiki karena "
    assert laci.count(kalimat) == 2
    assert f"Pagu 2025: kosong → 13.298.000 ({kalimat}" in laci
