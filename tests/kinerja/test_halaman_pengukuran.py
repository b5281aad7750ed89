"""The grid of a quarter and the sheet of one indicator: pages, forms, steps, who may."""

import json
from datetime import date

import pytest
from django.urls import reverse

from kinerja.models import (
    PembukaanKotak,
    Pengaturan,
    Pengukuran,
    Realisasi,
    RealisasiAnggaran,
    Riwayat,
)
from kinerja.pilihan import Peran
from tests.factories import PADA, buat_pengguna
from tests.kinerja.ukur_uji import buat_terukur, jendela, langkah, ukur


@pytest.fixture
def indikator(pohon, jalur, perencana):
    return buat_terukur(pohon, jalur, perencana)


@pytest.fixture
def masuk(client, perencana):
    client.force_login(perencana)
    return client


def alamat(pohon, triwulan=1, nama="pengukuran"):
    return f"{reverse(nama, args=[pohon.pk])}?tahun=2025&triwulan={triwulan}"


def simpan(client, pohon, lama=None, **sel):
    isi = {nama.replace("_", "-", 1): teks for nama, teks in sel.items()}
    return client.post(alamat(pohon), {"lama": json.dumps(lama or {}), **isi})


def isi(jawaban):
    return jawaban.content.decode()


def test_the_grid_shows_what_is_due_and_what_is_there(masuk, pohon, jalur, indikator, perencana):
    buat_terukur(pohon, jalur, perencana, teks="Indeks tahunan", frekuensi="TAHUNAN")
    ukur(pohon, indikator, "20", oleh=perencana)

    halaman = isi(masuk.get(alamat(pohon)))

    assert "Pengukuran Triwulan I 2025" in halaman
    assert f'name="r-{indikator.uid}" value="20"' in halaman
    assert "diukur tahunan" in halaman
    assert "20 / 25 × 100% = 80%" in halaman
    assert "20 s.d. triwulan ini" in halaman
    assert f'name="a-{jalur["SUB_KEGIATAN"].uid}"' in halaman
    assert "<b>1</b> dari <b>1</b> nilai terisi" in halaman


def test_filled_cells_are_saved_with_their_capaian(masuk, pohon, jalur, indikator):
    sel = {f"r_{indikator.uid}": "20", f"a_{jalur['SUB_KEGIATAN'].uid}": "1.000.000"}

    jawaban = simpan(masuk, pohon, **sel)

    assert jawaban.status_code == 302
    assert Realisasi.objects.get().capaian == 80
    assert RealisasiAnggaran.objects.get().nilai == 1_000_000
    assert Riwayat.objects.filter(kata_kerja="ukur").count() == 1
    assert "2 baris diisi" in isi(masuk.get(jawaban.url))


def test_refused_cells_keep_what_was_typed_with_the_reason(masuk, pohon, jalur, indikator):
    sel = {f"r_{indikator.uid}": "20", f"a_{jalur['SUB_KEGIATAN'].uid}": "banyak sekali"}

    jawaban = simpan(masuk, pohon, **sel)

    assert jawaban.status_code == 422
    halaman = isi(jawaban)
    assert 'value="banyak sekali"' in halaman
    assert f'name="r-{indikator.uid}" value="20"' in halaman
    assert 'aria-invalid="true"' in halaman
    assert not Realisasi.objects.exists()


def test_what_somebody_else_wrote_meanwhile_is_409(masuk, pohon, indikator, perencana):
    ukur(pohon, indikator, "20", oleh=perencana)

    jawaban = simpan(masuk, pohon, {f"r-{indikator.uid}": "19"}, **{f"r_{indikator.uid}": "21"})

    assert jawaban.status_code == 409
    assert "menjadi “20”" in isi(jawaban)


def test_the_sheet_keeps_notes_and_provisional_values(masuk, pohon, indikator):
    di = reverse("indikator-pengukuran", args=[indikator.pk]) + "?tahun=2025&triwulan=1"
    kirim = {"realisasi": "5", "hambatan": "Banjir.", "sementara": "ya", "tahun_data": "2024"}

    assert masuk.post(di, kirim).status_code == 302

    halaman = isi(masuk.get(di))
    assert "5 / 25 × 100% = 20%" in halaman
    assert "Banjir.</textarea>" in halaman
    assert 'name="sementara" value="ya" checked' in halaman
    grid = isi(masuk.get(alamat(pohon)))
    assert "angka sementara" in grid
    assert "data 2024" in grid
    jawaban = masuk.post(di, {"realisasi": "5", "tahun_data": "besok"})
    assert jawaban.status_code == 422
    assert 'value="besok"' in isi(jawaban)


def test_a_red_value_asks_for_its_note(masuk, pohon, indikator, perencana):
    ukur(pohon, indikator, "5", oleh=perencana)

    assert "Wajib: tulis hambatan" in isi(masuk.get(alamat(pohon)))
    jawaban = masuk.post(alamat(pohon, nama="pengukuran-pengajuan"))
    assert jawaban.status_code == 422
    assert "Capaian merah perlu catatan" in isi(jawaban)


def test_a_quarter_goes_up_comes_back_and_is_verified(
    client, pohon, indikator, perencana, dinas
):  # fmt: skip
    bappeda = buat_pengguna("bappeda", Peran.BAPPEDA, di=dinas.pemda)
    ukur(pohon, indikator, "24", oleh=perencana)
    client.force_login(perencana)
    assert ">Ajukan</button>" in isi(client.get(alamat(pohon)))
    client.post(alamat(pohon, nama="pengukuran-pengajuan"))
    assert [p.teks for p in bappeda.pemberitahuan.all()] == [
        "Pengukuran Triwulan I 2025 Dinas Sosial diajukan."
    ]
    assert client.post(alamat(pohon, nama="pengukuran-verifikasi")).status_code == 403
    assert f'name="r-{indikator.uid}"' not in isi(client.get(alamat(pohon)))

    client.force_login(bappeda)
    client.post(alamat(pohon, nama="pengukuran-pengembalian"), {"alasan": "Bukti belum ada."})
    assert "Bukti belum ada." in isi(client.get(alamat(pohon)))
    kabar = perencana.pemberitahuan.get()
    assert kabar.teks.endswith("dikembalikan: Bukti belum ada.")
    assert kabar.alamat == alamat(pohon)
    langkah(pohon, "ajukan", oleh=perencana)
    client.post(alamat(pohon, nama="pengukuran-verifikasi"))

    assert Pengukuran.objects.get().status == "DIVERIFIKASI"


def test_one_box_of_a_closed_quarter_is_opened_with_reason_and_day(
    client, pohon, jalur, indikator, perencana, dinas
):
    jendela(dinas.pemda, date(2020, 1, 1), date(2020, 1, 31))
    buka = alamat(pohon, nama="pengukuran-pembukaan")
    kirim = {"simpul": jalur["PROGRAM"].pk, "sampai": "2999-01-01", "alasan": "Data terlambat."}
    client.force_login(perencana)
    assert client.post(buka, kirim).status_code == 403
    assert simpan(client, pohon, **{f"r_{indikator.uid}": "20"}).status_code == 422
    assert "Ditutup sejak 31 Januari 2020." in isi(client.get(alamat(pohon)))

    client.force_login(buat_pengguna("bappeda", Peran.BAPPEDA, di=dinas.pemda))
    assert client.post(buka, kirim | {"alasan": ""}).status_code == 422
    assert client.post(buka, kirim).status_code == 302

    client.force_login(perencana)
    assert simpan(client, pohon, **{f"r_{indikator.uid}": "20"}).status_code == 302


def test_only_those_who_fill_the_box_fill_it(client, pohon, indikator, evaluator, perencana_lain):
    kirim = {f"r_{indikator.uid}": "20"}
    assert simpan(client, pohon, **kirim).status_code == 302  # a guest
    assert not Realisasi.objects.exists()

    client.force_login(evaluator)
    assert client.get(alamat(pohon)).status_code == 200
    assert f'name="r-{indikator.uid}"' not in isi(client.get(alamat(pohon)))
    assert simpan(client, pohon, **kirim).status_code == 403
    client.force_login(perencana_lain)
    assert client.get(alamat(pohon)).status_code == 404
    di = reverse("indikator-pengukuran", args=[indikator.pk])
    assert client.get(di).status_code == 404


def test_a_role_narrowed_to_a_branch_fills_that_branch(client, pohon, jalur, indikator, dinas):
    kabid = buat_pengguna("kabid", Peran.PEJABAT, di=dinas)
    kabid.keanggotaan.update(cabang=jalur["KEGIATAN"])
    client.force_login(kabid)

    assert simpan(client, pohon, **{f"r_{indikator.uid}": "20"}).status_code == 403
    uang = {f"a_{jalur['SUB_KEGIATAN'].uid}": "1.000"}
    assert simpan(client, pohon, **uang).status_code == 302


def test_the_number_of_queries_is_the_same_at_any_size(
    masuk, pohon, jalur, perencana, django_assert_max_num_queries
):
    for n in range(12):
        ukur(pohon, buat_terukur(pohon, jalur, perencana, teks=f"Jumlah {n}"), "20", oleh=perencana)

    with django_assert_max_num_queries(28):
        masuk.get(alamat(pohon))


def test_the_quarter_in_a_few_numbers(masuk, pohon, jalur, indikator, perencana, dinas):
    lain = buat_terukur(pohon, jalur, perencana, teks="Jumlah lain")
    Pengaturan.objects.update_or_create(pemda=dinas.pemda, defaults={"batas_rata": 120})
    ukur(pohon, indikator, "50", oleh=perencana)
    ukur(pohon, lain, "20", oleh=perencana)
    pohon.isi_pagu(jalur["SUB_KEGIATAN"], "1.000", tahun=2025, oleh=perencana, pada=PADA)
    ukur(pohon, jalur["SUB_KEGIATAN"], "250", medan="anggaran", oleh=perencana)

    halaman = isi(masuk.get(alamat(pohon)))

    assert "<dd>100% <small>2 nilai, 1 dihitung 120%" in halaman
    assert "Rp 250 / Rp 1.000 × 100% = 25%" in halaman


def test_what_changes_after_it_was_verified_is_said(masuk, pohon, jalur, indikator, perencana):
    ukur(pohon, indikator, "24", oleh=perencana)
    langkah(pohon, "ajukan", oleh=perencana)
    langkah(pohon, "verifikasi", oleh=perencana)
    assert "Angka berubah sesudah" not in isi(masuk.get(alamat(pohon)))
    PembukaanKotak.objects.create(
        perangkat_daerah=pohon.perangkat_daerah, simpul_uid=jalur["PROGRAM"].uid, tahun=2025,
        triwulan=1, sebutan="Program", sampai=date(2999, 1, 1), alasan="Salah ketik.",
    )  # fmt: skip

    simpan(masuk, pohon, {f"r-{indikator.uid}": "24"}, **{f"r_{indikator.uid}": "25"})

    assert "Angka berubah sesudah diverifikasi" in isi(masuk.get(alamat(pohon)))


def test_the_tree_page_leads_there(masuk, pohon):
    halaman = isi(masuk.get(reverse("pohon", args=[pohon.pk])))

    assert reverse("pengukuran", args=[pohon.pk]) in halaman
