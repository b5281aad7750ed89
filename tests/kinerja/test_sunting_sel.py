"""One cell of the tree page: every field, compared and set, recorded, refused with reasons."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kinerja.models import Riwayat, Tahap
from kinerja.pilihan import Jenjang, Peran, StatusPohon
from scripts.pohon_besar import perubahan_pohon
from tests.factories import PADA, buat_pengguna
from tests.kinerja.sunting_uji import patch


@pytest.fixture
def siapa(perencana):
    return {"oleh": perencana, "pada": PADA}


@pytest.fixture
def sub(jalur):
    return jalur[Jenjang.SUB_KEGIATAN]


@pytest.fixture
def indikator(pohon, sub, siapa):
    baru = pohon.tambah_indikator(sub, teks="Jumlah orang", satuan="Orang", **siapa)
    pohon.isi_target(baru, "55", tahun=2025, **siapa)
    return baru


@pytest.fixture
def masuk(client, perencana):
    client.force_login(perencana)
    return client


def di(objek) -> str:
    return f"/{objek._meta.model_name}/{objek.pk}/"


@pytest.mark.parametrize(
    ("medan", "lama", "baru"),
    [
        ("kode", "", "1.06.04.2.01.0001"),
        ("nomor", "", "1.1"),
        ("nama", "Penyediaan Permakanan", "Penyediaan Sandang"),
        ("kinerja", "", "Tersedianya sandang\nbagi lansia"),
    ],
)
def test_each_field_of_a_box_is_edited(masuk, pohon, sub, medan, lama, baru):
    jawaban = patch(masuk, di(sub), medan, lama, baru)

    sub.refresh_from_db()
    pohon.refresh_from_db()
    terakhir = pohon.riwayat.latest("nomor")
    assert jawaban.status_code == 200
    assert getattr(sub, medan) == baru
    assert jawaban.json()["versi"] == jawaban.json()["riwayat"] == pohon.versi == terakhir.nomor
    assert terakhir.perubahan[0]["sesudah"] == {medan: baru}
    assert list(jawaban.json()["baris"]) == [str(sub.pk)]


@pytest.mark.parametrize(
    ("medan", "lama", "baru"), [("teks", "Jumlah orang", "Jumlah lansia"), ("satuan", "Orang", "")]
)
def test_each_field_of_an_indicator_is_edited(masuk, indikator, medan, lama, baru):
    jawaban = patch(masuk, di(indikator), medan, lama, baru)

    indikator.refresh_from_db()
    assert jawaban.status_code == 200
    assert getattr(indikator, medan) == baru
    assert f">{baru}<" in jawaban.json()["baris"][str(indikator.simpul_id)]


def test_a_target_is_read_as_the_import_reads_it(masuk, indikator):
    jawaban = patch(masuk, di(indikator), "target", "", "1.250,5", tahun=2026)

    target = indikator.target.get(tahun=2026)
    assert jawaban.status_code == 200
    assert (target.mentah, target.jenis, str(target.nilai.normalize())) == (
        "1.250,5", "ANGKA", "1250.5",
    )  # fmt: skip
    assert 'data-l="2026">1.250,5<' in jawaban.json()["baris"][str(indikator.simpul_id)]


def test_an_emptied_target_is_gone(masuk, indikator):
    assert patch(masuk, di(indikator), "target", "55", "", tahun=2025).status_code == 200

    assert not indikator.target.exists()


def test_money_draws_every_sum_above_it_anew(masuk, pohon, jalur, sub, siapa):
    lain = pohon.tambah(
        induk=jalur[Jenjang.KEGIATAN], jenjang=Jenjang.SUB_KEGIATAN, nama="Sandang", **siapa
    )
    pohon.isi_pagu(lain, "500", tahun=2025, **siapa)

    jawaban = patch(masuk, di(sub), "pagu", "", "32.400.000", tahun=2025)

    baris = jawaban.json()["baris"]
    assert set(baris) == {str(s.pk) for s in jalur.values()}
    assert '<span class="v">32.400.500</span>' in baris[str(jalur[Jenjang.PROGRAM].pk)]
    assert sub.pagu.get().nilai == 32_400_000


def test_an_amount_above_the_level_of_money_is_a_claim(masuk, jalur):
    kegiatan = jalur[Jenjang.KEGIATAN]

    jawaban = patch(masuk, di(kegiatan), "klaim", "", "900.000", tahun=2025)

    assert jawaban.status_code == 200
    assert kegiatan.klaim_pagu.get().nilai == 900_000
    assert patch(masuk, di(kegiatan), "pagu", "", "900", tahun=2025).status_code == 422


def test_typing_into_a_box_without_indicator_makes_one(masuk, sub):
    jawaban = patch(masuk, di(sub), "teks", "", "Jumlah orang")

    baru = sub.indikator.get()
    assert baru.teks == "Jumlah orang"
    assert f'data-i="{baru.pk}"' in jawaban.json()["baris"][str(sub.pk)]
    assert Riwayat.objects.latest("nomor").ringkasan == "Indikator “Penyediaan Permakanan” diisi"


def test_a_target_needs_its_indicator(masuk, sub):
    jawaban = patch(masuk, di(sub), "target", "", "5", tahun=2025)

    assert jawaban.status_code == 422
    assert jawaban.json()["sel"]["0"]["pesan"] == "Isi kalimat indikatornya dahulu."


def test_what_stands_there_already_is_no_event(masuk, pohon, indikator):
    pohon.refresh_from_db()

    jawaban = patch(masuk, di(indikator), "target", "", "55", tahun=2025)

    assert jawaban.json() | {"baris": {}} == {"versi": pohon.versi, "riwayat": None, "baris": {}}


@pytest.mark.parametrize("salah", ["1.2.3.4,5,6", "banyak"])
def test_money_that_is_no_number_is_refused_with_the_finding(masuk, pohon, sub, salah):
    pohon.refresh_from_db()

    jawaban = patch(masuk, di(sub), "pagu", "", salah, tahun=2025)

    sebab = jawaban.json()["sel"]["0"]
    assert jawaban.status_code == 422
    assert sebab["kode"]
    assert sebab["pesan"].endswith(".")
    assert not sub.pagu.exists()
    assert type(pohon).objects.get().versi == pohon.versi


def test_a_box_without_name_and_sentence_is_refused_at_its_cell(masuk, sub):
    jawaban = patch(masuk, di(sub), "nama", "Penyediaan Permakanan", "")

    assert jawaban.status_code == 422
    assert jawaban.json()["sel"]["0"]["kode"] == "NAMA_KOSONG"


def test_a_code_that_a_sibling_has_is_refused(masuk, pohon, jalur, sub, siapa):
    pohon.tambah(
        induk=jalur[Jenjang.KEGIATAN], jenjang=Jenjang.SUB_KEGIATAN, nama="Sandang", kode="1.2",
        **siapa,
    )  # fmt: skip

    jawaban = patch(masuk, di(sub), "kode", "", "1.2")

    assert jawaban.status_code == 422
    assert jawaban.json()["sel"]["0"]["kode"] == "KODE_GANDA"


def test_the_same_cell_says_both_values_and_who_wrote_when(masuk, pohon, indikator, dinas):
    rekan = buat_pengguna("rekan", Peran.PERENCANA, di=dinas, nama="Perencana lain")
    pohon.isi_target(indikator, "62", tahun=2025, oleh=rekan, pada=PADA)
    pohon.isi_target(indikator, "1", tahun=2026, oleh=rekan, pada=PADA)

    jawaban = patch(masuk, di(indikator), "target", "55", "66", tahun=2025)

    assert jawaban.status_code == 409
    assert jawaban.json()["sel"]["0"] == {
        "kini": "62", "oleh": "Perencana lain", "kapan": "6 Jan 2025 15.00",
    }  # fmt: skip
    assert indikator.target.get(tahun=2025).mentah == "62"


def test_two_people_in_two_fields_of_a_row_do_not_meet(masuk, pohon, sub, siapa):
    pohon.ubah(sub, {"kinerja": "Kalimat rekan"}, **siapa)

    assert patch(masuk, di(sub), "nama", "Penyediaan Permakanan", "Sandang").status_code == 200

    sub.refresh_from_db()
    assert (sub.nama, sub.kinerja) == ("Sandang", "Kalimat rekan")


def test_an_indicator_made_meanwhile_is_a_conflict(masuk, sub, indikator):
    jawaban = patch(masuk, di(sub), "teks", "", "Jumlah lansia")

    assert jawaban.status_code == 409
    assert jawaban.json()["sel"]["0"]["kini"] == "Jumlah orang"
    assert jawaban.json()["sel"]["0"]["oleh"] == "perencana"


def test_a_value_is_compared_with_what_is_in_force_and_written_in_the_last_stage(
    masuk, pohon, dinas, indikator, siapa
):
    Tahap.buka(dinas, 2025, kode="PERUBAHAN", nama="Perubahan", **siapa)

    jawaban = patch(masuk, di(indikator), "target", "55", "60", tahun=2025)

    assert jawaban.status_code == 200
    milik = indikator.target.order_by("tahap__urutan").values_list("tahap__kode", "mentah")
    assert list(milik) == [("MURNI", "55"), ("PERUBAHAN", "60")]


def test_an_older_stage_cannot_be_emptied_from_a_later_one(masuk, dinas, indikator, siapa):
    Tahap.buka(dinas, 2025, kode="PERUBAHAN", nama="Perubahan", **siapa)

    jawaban = patch(masuk, di(indikator), "target", "55", "", tahun=2025)

    assert jawaban.status_code == 422
    assert jawaban.json()["sel"]["0"]["kode"] == "NILAI_TAHAP_LAIN"


def test_a_closed_stage_takes_nothing(masuk, dinas, indikator, siapa):
    Tahap.objects.get(tahun=2025).tutup(**siapa)

    jawaban = patch(masuk, di(indikator), "target", "55", "60", tahun=2025)

    assert jawaban.status_code == 422
    assert jawaban.json()["sel"]["0"]["kode"] == "TAHAP_TERKUNCI"


def test_a_locked_document_says_why(masuk, pohon, sub):
    type(pohon).objects.update(status=StatusPohon.DISETUJUI)

    jawaban = patch(masuk, di(sub), "nama", "Penyediaan Permakanan", "Sandang")

    assert jawaban.status_code == 422
    assert jawaban.json()["sel"]["0"]["kode"] == "DOKUMEN_TERKUNCI"


def test_wrong_role_other_agency_and_guests(client, sub, pejabat, perencana_lain):
    assert patch(client, di(sub), "nama", "", "x").status_code == 401
    for orang, status in ((pejabat, 403), (perencana_lain, 404)):
        client.force_login(orang)
        assert patch(client, di(sub), "nama", "Penyediaan Permakanan", "x").status_code == status


def test_an_indicator_of_another_agency_is_not_there(client, indikator, perencana_lain):
    client.force_login(perencana_lain)

    assert patch(client, di(indikator), "satuan", "Orang", "x").status_code == 404


@pytest.mark.parametrize(
    "isi",
    [
        {"medan": "jenjang"}, {"medan": "nama", "lama": 5}, {"medan": "pagu", "tahun": "2025"},
        {"medan": "pagu"}, {"medan": ["nama"]}, {"medan": "nama", "baru": "x" * 20_001},
    ],
)  # fmt: skip
def test_what_our_script_never_sends_is_400(masuk, sub, isi):
    kirim = {"lama": "", "baru": ""} | isi
    jawaban = patch(masuk, di(sub), **kirim)

    assert jawaban.status_code == 400


@pytest.mark.parametrize("banyak", [40, 400])
@pytest.mark.parametrize("apa", ["nama", "kode", "target", "target_baru", "pagu"])
def test_a_save_costs_at_most_16_queries_at_any_size(masuk, pohon, perencana, banyak, apa):
    daftar = perubahan_pohon(banyak, str(pohon.akar().uid), range(2025, 2030))
    pohon.muat(daftar, oleh=perencana, pada=PADA, ringkasan="Dokumen besar")
    simpul = pohon.simpul.filter(jenjang=Jenjang.SUB_KEGIATAN).order_by("-lft").first()
    indikator = simpul.indikator.get()
    indikator.target.filter(tahun=2029).delete()
    target = indikator.target.get(tahun=2025).mentah
    isian = {
        "nama": (di(simpul), "nama", simpul.nama, "Nama baru", {}),
        "kode": (di(simpul), "kode", simpul.kode, "9.9.9", {}),
        "target": (di(indikator), "target", target, "7", {"tahun": 2025}),
        "target_baru": (di(indikator), "target", "", "7", {"tahun": 2029}),
        "pagu": (di(simpul), "pagu", simpul.pagu.get(tahun=2025).mentah, "7", {"tahun": 2025}),
    }
    alamat, medan, lama, baru, lain = isian[apa]
    masuk.get(f"/pohon/{pohon.pk}/")  # marks of the rows are known from here on

    with CaptureQueriesContext(connection) as tertangkap:
        jawaban = patch(masuk, alamat, medan, lama, baru, **lain)

    assert jawaban.status_code == 200
    assert len(tertangkap) <= 16, "\n".join(q["sql"][:150] for q in tertangkap)
