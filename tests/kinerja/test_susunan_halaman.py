"""The shape of the tree by fetch: siblings, children, moves, copies, deletion; each one event."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kinerja import kaitan
from kinerja.models import Riwayat
from kinerja.pilihan import Jenjang, StatusPohon
from scripts.pohon_besar import perubahan_pohon
from tests.factories import PADA, buat_pohon
from tests.kinerja.sunting_uji import SKRIP, kirim


@pytest.fixture
def siapa(perencana):
    return {"oleh": perencana, "pada": PADA}


@pytest.fixture
def sub(jalur):
    return jalur[Jenjang.SUB_KEGIATAN]


@pytest.fixture
def masuk(client, perencana):
    client.force_login(perencana)
    return client


def ke(simpul, apa: str) -> str:
    return f"/simpul/{simpul.pk}/{apa}/"


def nama_anak(simpul) -> list[str]:
    return [s.sebutan for s in simpul.get_children().order_by("lft")]


def segar(simpul):
    return type(simpul).objects.get(pk=simpul.pk)


def test_twenty_lines_are_twenty_siblings_in_one_event(masuk, pohon, jalur, sub):
    pohon.refresh_from_db()
    deret = [[f"1.06.04.2.01.{n:04d}", f"Layanan {n}"] for n in range(2, 22)]

    jawaban = kirim(masuk, ke(sub, "saudara"), {"daftar": deret})

    isi = jawaban.json()
    assert jawaban.status_code == 200
    assert nama_anak(segar(jalur[Jenjang.KEGIATAN])) == [
        "Penyediaan Permakanan", *(f"Layanan {n}" for n in range(2, 22)),
    ]  # fmt: skip
    assert len(isi["kotak"]) == 20
    assert isi["riwayat"] == isi["versi"] == pohon.versi + 1
    assert "Layanan 21" in isi["baris"][str(isi["kotak"][-1])]
    kegiatan = str(jalur[Jenjang.KEGIATAN].pk)
    assert isi["susunan"]["urutan"] == {kegiatan: [sub.pk, *isi["kotak"]]}
    assert isi["susunan"]["pindah"] == isi["kotak"]
    assert Riwayat.objects.latest("nomor").ringkasan == "20 sub kegiatan ditambahkan"


def test_a_child_takes_the_level_below_and_its_sentence(masuk, jalur):
    tujuan = jalur[Jenjang.TUJUAN]

    kirim(masuk, ke(tujuan, "turunan"), {"daftar": [["Sasaran kedua"], ["  "]]})

    baru = segar(tujuan).get_children().order_by("lft").last()
    assert (baru.jenjang, baru.kinerja, baru.nama) == (Jenjang.SASARAN, "Sasaran kedua", "")
    assert segar(tujuan).get_children().count() == 2


def test_no_line_or_too_many_are_refused(masuk, sub):
    assert kirim(masuk, ke(sub, "saudara"), {"daftar": [[""]]}).status_code == 422
    assert kirim(masuk, ke(sub, "saudara"), {"daftar": []}).status_code == 400
    assert kirim(masuk, ke(sub, "saudara"), {"daftar": [["x"]] * 501}).status_code == 400
    assert kirim(masuk, ke(sub, "saudara"), {"daftar": ["x"]}).status_code == 400


def test_a_code_that_stands_there_already_refuses_all(masuk, pohon, jalur, sub, siapa):
    pohon.ubah(sub, {"kode": "1.2"}, **siapa)

    jawaban = kirim(masuk, ke(sub, "saudara"), {"daftar": [["1.3", "Baik"], ["1.2", "Kembar"]]})

    assert jawaban.status_code == 422
    assert "1.2" in jawaban.json()["pesan"]
    assert len(nama_anak(segar(jalur[Jenjang.KEGIATAN]))) == 1


def test_a_branch_moves_to_its_place(masuk, pohon, jalur, siapa):
    kegiatan, program = jalur[Jenjang.KEGIATAN], jalur[Jenjang.PROGRAM]
    lain = pohon.tambah(
        induk=jalur[Jenjang.SASARAN], jenjang=Jenjang.PROGRAM, nama="Program Lain", **siapa
    )

    jawaban = kirim(masuk, ke(kegiatan, "letak"), {"induk": lain.pk, "setelah": None})

    assert jawaban.status_code == 200
    assert segar(kegiatan).induk_id == lain.pk
    assert segar(kegiatan).get_descendants().count() == 1

    kirim(masuk, ke(lain, "letak"), {"induk": None, "setelah": jalur[Jenjang.TUJUAN].pk})
    assert segar(lain).induk == pohon.akar()
    assert not segar(program).get_children().exists()


def test_an_illegal_parent_is_refused_with_the_rule(masuk, jalur):
    isi = {"induk": jalur[Jenjang.SASARAN].pk, "setelah": None}

    jawaban = kirim(masuk, ke(jalur[Jenjang.KEGIATAN], "letak"), isi)

    assert jawaban.status_code == 422
    assert "Kegiatan tidak boleh berada di bawah Sasaran" in jawaban.json()["pesan"]


def test_a_move_costs_at_most_25_queries_at_any_size(masuk, pohon, perencana):
    daftar = perubahan_pohon(400, str(pohon.akar().uid), range(2025, 2030))
    pohon.muat(daftar, oleh=perencana, pada=PADA, ringkasan="Dokumen besar")
    pertama, *_, terakhir = pohon.simpul.filter(jenjang=Jenjang.PROGRAM).order_by("lft")
    kegiatan = pertama.get_children().first()

    with CaptureQueriesContext(connection) as tertangkap:
        jawaban = kirim(masuk, ke(kegiatan, "letak"), {"induk": terakhir.pk, "setelah": None})

    assert jawaban.status_code == 200
    assert len(tertangkap) <= 25


def test_a_copy_has_the_branch_without_money_under_new_uids(masuk, pohon, jalur, sub, siapa):
    indikator = pohon.tambah_indikator(sub, teks="Jumlah orang", satuan="Orang", **siapa)
    pohon.isi_target(indikator, "55", tahun=2025, **siapa)
    pohon.isi_pagu(sub, "1.000", tahun=2025, **siapa)
    pohon.ubah(jalur[Jenjang.KEGIATAN], {"kode": "1.2"}, **siapa)
    pohon.ubah(sub, {"kode": "1.2.3"}, **siapa)

    jawaban = kirim(masuk, ke(jalur[Jenjang.KEGIATAN], "penggandaan"), {})

    (pk,) = jawaban.json()["kotak"]
    salinan = pohon.simpul.get(pk=pk)
    anak = salinan.get_children().get()
    assert nama_anak(segar(jalur[Jenjang.PROGRAM])) == ["Rehabilitasi Sosial Dasar"] * 2
    assert (salinan.kode, anak.kode) == ("", "1.2.3")
    assert {salinan.uid, anak.uid}.isdisjoint({jalur[Jenjang.KEGIATAN].uid, sub.uid})
    assert anak.indikator.get().target.get().mentah == "55"
    assert not anak.pagu.exists()

    nomor = jawaban.json()["riwayat"]
    kirim(masuk, f"/pohon/{pohon.pk}/pembatalan/", {"nomor": nomor})
    assert nama_anak(segar(jalur[Jenjang.PROGRAM])) == ["Rehabilitasi Sosial Dasar"]


def test_what_goes_along_is_listed_before_a_branch_is_deleted(masuk, jalur, sub):
    program = jalur[Jenjang.PROGRAM]

    ikut = masuk.get(ke(program, "cabang"), headers=SKRIP).json()
    assert ikut["hitungan"] == ["1 kegiatan", "1 sub kegiatan"]
    assert "Sub kegiatan: Penyediaan Permakanan" in ikut["contoh"]

    jawaban = kirim(masuk, ke(program, "pencabutan"), {})
    assert jawaban.status_code == 200
    isi = jawaban.json()
    assert isi["susunan"]["urutan"] == {str(jalur[Jenjang.SASARAN].pk): []}
    assert "aria-expanded" not in isi["baris"][str(jalur[Jenjang.SASARAN].pk)]
    assert not type(sub).objects.filter(pk=sub.pk).exists()


SEMUA = {
    "saudara": {"daftar": [["x"]]},
    "turunan": {"daftar": [["x"]]},
    "letak": {"induk": None, "setelah": None},
    "pencabutan": {},
    "penggandaan": {},
}


@pytest.mark.parametrize("apa", SEMUA)
def test_guests_other_agencies_wrong_roles_and_locked_documents(
    client, jalur, apa, pejabat, perencana_lain, perencana, pohon
):
    kegiatan = jalur[Jenjang.KEGIATAN]
    if apa == "letak":
        SEMUA[apa]["induk"] = jalur[Jenjang.PROGRAM].pk
        pohon.tambah(induk=jalur[Jenjang.PROGRAM], jenjang=Jenjang.KEGIATAN, nama="Lain",
                     setelah="AWAL", oleh=perencana, pada=PADA)  # fmt: skip
    assert kirim(client, ke(kegiatan, apa), SEMUA[apa]).status_code == 401
    for orang, status in ((perencana_lain, 404), (pejabat, 403)):
        client.force_login(orang)
        assert kirim(client, ke(kegiatan, apa), SEMUA[apa]).status_code == status
    type(pohon).objects.update(status=StatusPohon.DIAJUKAN)
    client.force_login(perencana)
    jawaban = kirim(client, ke(kegiatan, apa), SEMUA[apa])
    assert jawaban.status_code == 422
    assert "Diajukan" in jawaban.json()["pesan"]


@pytest.fixture
def perjanjian(monkeypatch):
    """A higher room that keeps something about every box it is asked of."""

    def ikut(pohon, simpul):
        return [f"Perjanjian kinerja 2025 memakai {len(simpul)} kotak {pohon.sebutan}."]

    monkeypatch.setattr(kaitan, "_DAFTAR", {})
    kaitan.daftarkan(kaitan.Kaitan("perjanjian", ikut))
    return "Perjanjian kinerja 2025 memakai 3 kotak Cascading."


def test_other_records_that_hang_on_a_branch_are_named(masuk, jalur, perjanjian):
    program = jalur[Jenjang.PROGRAM]

    assert masuk.get(ke(program, "cabang"), headers=SKRIP).json()["kaitan"] == [perjanjian]
    for halaman in ("perpindahan", "penghapusan"):
        assert perjanjian in masuk.get(ke(program, halaman)).content.decode()


def test_the_first_boxes_of_a_document_need_no_form(masuk, dinas, perencana):
    pohon = buat_pohon(dinas, perencana, judul="Kosong")
    alamat = f"/pohon/{pohon.pk}/turunan/"

    html = masuk.get(f"/pohon/{pohon.pk}/", {"tahun": 2025}).content.decode()
    assert f'data-pertama="{alamat}?tahun=2025"' in html
    assert '<option value="TUJUAN">Tujuan</option>' in html
    jawaban = kirim(masuk, alamat, {"jenjang": "TUJUAN", "daftar": [["Satu"], ["Dua"]]})

    assert jawaban.status_code == 200
    atas = pohon.akar().get_children().order_by("lft")
    assert [(s.jenjang, s.kinerja) for s in atas] == [("TUJUAN", "Satu"), ("TUJUAN", "Dua")]
    assert jawaban.json()["kotak"] == [s.pk for s in atas]
    for salah in ({"jenjang": "KEGIATAN"}, {"jenjang": 3}, {}):
        assert kirim(masuk, alamat, {"daftar": [["x"]]} | salah).status_code == 400


def test_only_who_plans_all_of_it_begins_a_document(client, pohon, evaluator, perencana_lain):
    alamat, isi = f"/pohon/{pohon.pk}/turunan/", {"jenjang": "TUJUAN", "daftar": [["x"]]}
    assert kirim(client, alamat, isi).status_code == 401
    client.force_login(evaluator)
    assert "data-pertama" not in client.get(f"/pohon/{pohon.pk}/").content.decode()
    assert kirim(client, alamat, isi).status_code == 403
    client.force_login(perencana_lain)
    assert kirim(client, alamat, isi).status_code == 404
