"""Cerita: a role narrowed to a unit or a branch reaches no further than that."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kinerja.aturan.lingkup import disusun
from kinerja.isi_pohon import baca_isi
from kinerja.models import Keanggotaan, PerangkatDaerah, Pohon, Simpul, Unit
from kinerja.pilihan import Peran, StatusPohon
from tests.factories import PADA, buat_pengguna
from tests.kinerja.sunting_uji import kirim, sel

BARIS = re.compile(r'<tr role="row" id="s(\d+)"(.*?)</tr>', re.S)


@pytest.fixture
def unit(dinas):
    return Unit.objects.create(perangkat_daerah=dinas, jenis="BIDANG", nama="Bidang Rehabilitasi")


@pytest.fixture
def perencana_unit(pohon, jalur, perencana, dinas, unit):
    """Planner of the unit that has the program."""
    pohon.ubah(jalur["PROGRAM"], {"unit_id": unit.pk}, oleh=perencana, pada=PADA)
    pengguna = buat_pengguna("perencana-unit")
    Keanggotaan.objects.create(
        pengguna=pengguna, perangkat_daerah=dinas, peran=Peran.PERENCANA, unit=unit
    )
    return pengguna


@pytest.fixture
def perencana_cabang(jalur, dinas):
    pengguna = buat_pengguna("perencana-cabang")
    Keanggotaan.objects.create(
        pengguna=pengguna, perangkat_daerah=dinas, peran=Peran.PERENCANA, cabang=jalur["PROGRAM"]
    )
    return pengguna


@pytest.mark.parametrize("siapa", ["perencana_unit", "perencana_cabang"])
def test_only_boxes_inside_are_planned(request, siapa, pohon, jalur):
    pengguna = request.getfixturevalue(siapa)

    boleh = [j for j, s in jalur.items() if pengguna.boleh_menyusun(pohon, s)]

    assert boleh == ["PROGRAM", "KEGIATAN", "SUB_KEGIATAN"]
    assert not pengguna.boleh_menyusun(pohon)
    assert not pengguna.punya_peran({Peran.PERENCANA}, pohon.perangkat_daerah)


@pytest.mark.parametrize("siapa", ["perencana", "perencana_unit", "perencana_cabang", "evaluator"])
def test_tree_page_asks_to_fill_what_may_be_edited(request, client, siapa, pohon, jalur, perencana):
    oleh = {"oleh": perencana, "pada": PADA}
    for simpul in jalur.values():
        pohon.tambah_indikator(simpul, teks="Persentase layanan", **oleh)
    pohon.tambah(induk=jalur["SASARAN"], jenjang="PROGRAM", nama="Luar", **oleh)
    pengguna = request.getfixturevalue(siapa)
    for lain in (perencana, pengguna):  # the second must not see rows made for the first
        client.force_login(lain)
        html = client.get(reverse("pohon", args=[pohon.pk])).content.decode()

    isi = {int(n) for n, baris in BARIS.findall(html) if "<i>isi</i>" in baris}

    assert isi == {s.pk for s in jalur.values() if pengguna.boleh_menyusun(pohon, s)}
    assert (reverse("simpul-baru", args=[pohon.pk]) in html) == (siapa == "perencana")


def test_a_locked_document_asks_nobody(perencana, pohon):
    pohon.status = StatusPohon.DIAJUKAN

    assert perencana.lingkup_menyusun(pohon) == ()


def test_scope_of_a_unit_inside_a_branch_is_what_both_have(pohon, jalur, dinas, unit, perencana):
    pohon.ubah(jalur["KEGIATAN"], {"unit_id": unit.pk}, oleh=perencana, pada=PADA)
    pengguna = buat_pengguna("perencana-dua")
    for cabang in (jalur["PROGRAM"], jalur["SUB_KEGIATAN"]):
        Keanggotaan.objects.create(
            pengguna=pengguna, perangkat_daerah=dinas, peran=Peran.PERENCANA, unit=unit,
            cabang=cabang,
        )  # fmt: skip

    isi = baca_isi(pohon, tahun=2025)

    diharapkan = {s.pk for s in jalur.values() if pengguna.boleh_menyusun(pohon, s)}
    assert disusun(isi, pengguna.lingkup_menyusun(pohon)) == diharapkan
    assert diharapkan == {jalur["KEGIATAN"].pk, jalur["SUB_KEGIATAN"].pk}


def test_whole_document_stays_readable(perencana_unit, pohon):
    assert list(Pohon.objects.terlihat_oleh(perencana_unit)) == [pohon]


@pytest.mark.parametrize("nama", ["simpul-ubah", "simpul-perpindahan", "simpul-penghapusan"])
def test_pages_follow_the_narrowed_role(client, perencana_cabang, jalur, nama):
    client.force_login(perencana_cabang)

    jawaban = [client.get(reverse(nama, args=[jalur[j].pk])) for j in ("KEGIATAN", "SASARAN")]

    assert [j.status_code for j in jawaban] == [200, 403]


def test_a_pasted_block_costs_the_same_however_many_boxes(
    client, perencana_cabang, perencana, pohon, jalur, dinas
):
    deret = [{"nama": f"Sub {n}", "kode": ""} for n in range(30)]
    sub = {"induk": jalur["KEGIATAN"], "jenjang": "SUB_KEGIATAN", "daftar": deret}
    pohon.tambah_deret(**sub, oleh=perencana, pada=PADA)
    kotak = list(pohon.simpul.filter(jenjang="SUB_KEGIATAN").values_list("pk", flat=True))
    luar = list(pohon.simpul.filter(jenjang="SASARAN").values_list("pk", flat=True))
    client.force_login(perencana_cabang)
    alamat = reverse("pohon-suntingan", args=[pohon.pk])

    def tempel(daftar, nilai):
        sel_nya = [sel("nomor", "", nilai, simpul=pk) for pk in daftar]
        with CaptureQueriesContext(connection) as catatan:
            jawaban = kirim(client, alamat, {"suntingan": sel_nya})
        return jawaban.status_code, len(catatan)

    assert tempel(kotak[:20] + luar, "1")[0] == 403
    sedikit, banyak = tempel(kotak[:5], "1"), tempel(kotak[5:25], "2")
    assert sedikit[0] == banyak[0] == 200
    assert banyak[1] - sedikit[1] <= 15  # one update a box, nothing else


def test_new_box_stands_inside_the_branch(client, perencana_cabang, pohon, jalur):
    client.force_login(perencana_cabang)
    alamat = reverse("simpul-baru", args=[pohon.pk])

    jawaban = [client.get(f"{alamat}?induk={jalur[j].pk}") for j in ("KEGIATAN", "TUJUAN")]

    assert [j.status_code for j in jawaban] == [200, 403]
    assert client.get(alamat).status_code == 403


def test_box_is_not_moved_out_of_the_branch(client, perencana_cabang, perencana, pohon, jalur):
    luar = pohon.tambah(
        induk=jalur["SASARAN"], jenjang="PROGRAM", nama="Luar", oleh=perencana, pada=PADA
    )
    client.force_login(perencana_cabang)
    alamat = reverse("simpul-perpindahan", args=[jalur["KEGIATAN"].pk])

    jawaban = client.post(alamat, {"induk": luar.pk, "letak": "AKHIR"})

    assert jawaban.status_code == 403
    assert Simpul.objects.get(pk=jalur["KEGIATAN"].pk).induk == jalur["PROGRAM"]


def test_admin_of_a_unit_is_no_admin_of_the_agency(dinas, unit):
    pengguna = buat_pengguna("admin-unit")
    Keanggotaan.objects.create(
        pengguna=pengguna, perangkat_daerah=dinas, peran=Peran.ADMIN_PD, unit=unit
    )

    assert not PerangkatDaerah.objects.dikelola_oleh(pengguna).exists()


def test_evaluator_reads_all_agencies_and_plans_none(evaluator, pohon, perencana_lain):
    assert list(Pohon.objects.terlihat_oleh(evaluator)) == [pohon]
    assert not evaluator.boleh_menyusun(pohon)
    assert not Pohon.objects.terlihat_oleh(perencana_lain).exists()
    assert not perencana_lain.boleh_menyusun(pohon)


def test_the_branch_is_the_same_box_in_the_next_edition(perencana_cabang, perencana, pohon, jalur):
    for verba in (pohon.ajukan, pohon.setujui):
        verba(versi=Pohon.objects.get(pk=pohon.pk).versi, galat=0, oleh=perencana, pada=PADA)
    baru = pohon.buka_perubahan(oleh=perencana, pada=PADA)

    kotak = {s.jenjang: s for s in Simpul.objects.filter(pohon=baru).select_related("pohon")}

    boleh = [j for j, s in kotak.items() if perencana_cabang.boleh_menyusun(baru, s)]
    assert sorted(boleh) == ["KEGIATAN", "PROGRAM", "SUB_KEGIATAN"]
    di_layar = disusun(baca_isi(baru, tahun=2025), perencana_cabang.lingkup_menyusun(baru))
    assert di_layar == {kotak[j].pk for j in boleh}
