"""Many cells as one event: all or nothing, bad cells named; undone as one; news for colleagues."""

import pytest
from django.urls import reverse

from kinerja.models import Keanggotaan, Riwayat
from kinerja.pilihan import Jenjang, Peran, StatusPohon
from tests.factories import PADA, buat_pengguna, buat_pohon
from tests.kinerja.sunting_uji import SKRIP, kirim, sel


@pytest.fixture
def siapa(perencana):
    return {"oleh": perencana, "pada": PADA}


@pytest.fixture
def sub(jalur):
    return jalur[Jenjang.SUB_KEGIATAN]


@pytest.fixture
def indikator(pohon, sub, siapa):
    return pohon.tambah_indikator(sub, teks="Jumlah orang", satuan="Orang", **siapa)


@pytest.fixture
def masuk(client, perencana):
    client.force_login(perencana)
    return client


@pytest.fixture
def alamat(pohon):
    return reverse("pohon-suntingan", args=[pohon.pk])


@pytest.fixture
def alamat_batal(pohon):
    return reverse("pohon-pembatalan", args=[pohon.pk])


@pytest.fixture
def tempelan(indikator, sub):
    return [
        sel("satuan", "Orang", "Jiwa", indikator=indikator.pk),
        *(sel("target", "", str(t - 1960), indikator=indikator.pk, tahun=t) for t in (2025, 2026)),
        sel("pagu", "", "1.000.000", simpul=sub.pk, tahun=2025),
        sel("kode", "", "1.2.3", simpul=sub.pk),
        sel("nomor", "", "1", simpul=sub.pk),
    ]


def test_a_pasted_block_is_one_event(masuk, pohon, alamat, tempelan, sub, indikator):
    pohon.refresh_from_db()
    sebelum = pohon.versi

    jawaban = kirim(masuk, alamat, {"suntingan": tempelan, "cara": "tempel"})

    sub.refresh_from_db()
    indikator.refresh_from_db()
    assert jawaban.status_code == 200
    assert jawaban.json()["versi"] == sebelum + 1
    assert Riwayat.objects.latest("nomor").ringkasan == "6 sel ditempel"
    assert (sub.kode, sub.nomor, sub.pagu.get().nilai) == ("1.2.3", "1", 1_000_000)
    assert indikator.satuan == "Jiwa"
    assert indikator.target.count() == 2


def test_a_bad_cell_is_named_and_nothing_is_written(masuk, pohon, alamat, tempelan, sub):
    pohon.refresh_from_db()
    sebelum = pohon.versi
    tempelan[3]["baru"] = "1.000.0000"

    jawaban = kirim(masuk, alamat, {"suntingan": tempelan})

    pohon.refresh_from_db()
    assert jawaban.status_code == 422
    assert list(jawaban.json()["sel"]) == ["3"]
    assert "1.000.0000" in jawaban.json()["sel"]["3"]["pesan"]
    assert pohon.versi == sebelum
    assert not sub.pagu.exists()


def test_conflicts_and_findings_are_told_together(masuk, pohon, alamat, tempelan, sub, siapa):
    pohon.isi_pagu(sub, "5", tahun=2025, **siapa)
    tempelan[1]["baru"] = "banyak sekali" * 50

    jawaban = kirim(masuk, alamat, {"suntingan": [*tempelan, sel("nama", "x", "y", simpul=sub.pk)]})

    sebab = jawaban.json()["sel"]
    assert jawaban.status_code == 409
    assert {ke: set(isi) for ke, isi in sebab.items() if ke != "1"} == {
        "3": {"kini", "oleh", "kapan"}, "6": {"kini", "oleh", "kapan"},
    }  # fmt: skip


def test_a_rule_over_siblings_is_placed_at_its_cells(masuk, pohon, jalur, alamat, sub, siapa):
    lain = pohon.tambah(
        induk=jalur[Jenjang.KEGIATAN], jenjang=Jenjang.SUB_KEGIATAN, nama="Sandang", **siapa
    )
    kosong = [
        sel("nama", "Penyediaan Permakanan", "", simpul=sub.pk),
        sel("nama", "Sandang", "Pangan", simpul=lain.pk),
    ]

    jawaban = kirim(masuk, alamat, {"suntingan": kosong})

    assert jawaban.status_code == 422
    assert jawaban.json()["sel"]["0"]["kode"] == "NAMA_KOSONG"
    assert list(jawaban.json()["sel"]) == ["0"]


def test_a_new_indicator_comes_with_unit_and_targets_whatever_their_order(masuk, alamat, sub):
    baru = [
        sel("target", "", "12,5", simpul=sub.pk, tahun=2026),
        sel("satuan", "", "Persen", simpul=sub.pk),
        sel("teks", "", "Cakupan layanan", simpul=sub.pk),
    ]

    assert kirim(masuk, alamat, {"suntingan": baru}).status_code == 200

    indikator = sub.indikator.get()
    assert (indikator.teks, indikator.satuan) == ("Cakupan layanan", "Persen")
    assert [(t.tahun, t.mentah) for t in indikator.target.all()] == [(2026, "12,5")]


def test_a_deleted_indicator_is_named(masuk, pohon, alamat, tempelan, indikator, siapa):
    pohon.hapus_indikator(indikator, **siapa)

    jawaban = kirim(masuk, alamat, {"suntingan": tempelan})

    assert jawaban.status_code == 422
    assert list(jawaban.json()["sel"]) == ["0", "1", "2"]
    assert "sudah dihapus orang lain" in jawaban.json()["sel"]["0"]["pesan"]


def test_cells_of_another_document_are_not_reached(
    client, masuk, alamat, perencana_lain, sub, pohon
):
    client.force_login(perencana_lain)
    satu = [sel("nama", "Penyediaan Permakanan", "x", simpul=sub.pk)]

    assert kirim(client, alamat, {"suntingan": satu}).status_code == 404


@pytest.mark.parametrize(
    "isi",
    [[], {}, *({"suntingan": d} for d in ([], ["x"], [{"simpul": [1]}], [{}] * 5001))],
)  # fmt: skip
def test_a_body_that_our_script_never_sends_is_400(masuk, alamat, isi):
    assert kirim(masuk, alamat, isi).status_code == 400


def test_roles_guests_and_locked_documents(
    client, alamat, alamat_batal, tempelan, pejabat, perencana
):
    isi = {"suntingan": tempelan}
    assert kirim(client, alamat, isi).status_code == 401
    assert kirim(client, alamat_batal, {"nomor": 2}).status_code == 401
    client.force_login(pejabat)
    assert kirim(client, alamat, isi).status_code == 403
    assert kirim(client, alamat_batal, {"nomor": 2}).status_code == 403
    client.force_login(perencana)
    Riwayat.objects.latest("nomor").pohon.__class__.objects.update(status=StatusPohon.DIAJUKAN)
    assert kirim(client, alamat, isi).status_code == 422


def test_undo_and_redo_lead_back_and_forth(masuk, alamat, alamat_batal, tempelan, sub):
    nomor = kirim(masuk, alamat, {"suntingan": tempelan}).json()["riwayat"]

    batal = kirim(masuk, alamat_batal, {"nomor": nomor})
    assert batal.status_code == 200
    assert not sub.pagu.exists()
    assert str(sub.pk) in batal.json()["baris"]

    kirim(masuk, alamat_batal, {"nomor": batal.json()["riwayat"]})
    assert sub.pagu.get().nilai == 1_000_000


def test_undo_says_why_it_cannot(masuk, pohon, alamat, alamat_batal, tempelan, sub, siapa):
    nomor = kirim(masuk, alamat, {"suntingan": tempelan}).json()["riwayat"]
    pohon.isi_pagu(sub, "7", tahun=2025, **siapa)

    jawaban = kirim(masuk, alamat_batal, {"nomor": nomor})

    assert jawaban.status_code == 422
    assert "sudah diubah sesudah itu" in jawaban.json()["pesan"]


@pytest.fixture
def kabar(masuk, pohon):
    def tanya(sejak, kepala=None, **lain):
        alamat = reverse("pohon-kabar", args=[pohon.pk])
        versi = {"sejak": sejak, "kepala": sejak if kepala is None else kepala, "tahun": 2025}
        return masuk.get(alamat, versi | lain, headers=SKRIP)

    return tanya


def test_no_news_costs_next_to_nothing(kabar, pohon, django_assert_max_num_queries):
    pohon.refresh_from_db()
    tanda = kabar(pohon.versi).json()["sekitar"]["tanda"]

    with django_assert_max_num_queries(7):
        jawaban = kabar(pohon.versi, sekitar=tanda)

    assert jawaban.status_code == 204
    assert jawaban.content == b""


def test_news_of_a_colleague_are_rows_findings_and_who(kabar, pohon, indikator, dinas, sub):
    rekan = buat_pengguna("rekan", Peran.PERENCANA, di=dinas, nama="Perencana lain")
    pohon.refresh_from_db()
    sejak = pohon.versi
    pohon.isi_target(indikator, "62", tahun=2025, oleh=rekan, pada=PADA)

    isi = kabar(sejak).json()

    assert isi["versi"] == sejak + 1
    assert isi["oleh"] == ["Perencana lain"]
    assert ">62<" in isi["baris"][str(sub.pk)]
    assert "PAGU_KOSONG" in isi["temuan"][str(sub.pk)]
    assert "0 indikator" not in isi["kepala"]
    assert "data-saring" in isi["periksa"]


def test_a_row_can_be_asked_for_without_news(kabar, pohon, sub, perencana_lain, siapa):
    lain = buat_pohon(perencana_lain.lembaga(), perencana_lain)
    asing = lain.tambah(induk=lain.akar(), jenjang=Jenjang.TUJUAN, kinerja="Asing", **siapa)
    pohon.refresh_from_db()

    isi = kabar(pohon.versi, kotak=f"{sub.pk},{asing.pk}").json()

    assert list(isi["baris"]) == [str(sub.pk)]
    assert isi["oleh"] == []


def test_readers_get_rows_without_the_editor(kabar, client, pohon, indikator, evaluator, siapa):
    pohon.refresh_from_db()
    sejak = pohon.versi
    pohon.isi_target(indikator, "62", tahun=2025, **siapa)
    client.force_login(evaluator)

    baris = kabar(sejak).json()["baris"]

    assert "data-i=" not in "".join(baris.values())


@pytest.mark.parametrize(
    "salah", [{"sejak": "x"}, {"kepala": "-1"}, {"tahun": "1999", "sejak": 1}, {"kotak": "a,1"}]
)
def test_a_question_that_our_script_never_asks_is_400(masuk, pohon, salah):
    tanya = {"sejak": 0, "kepala": 0, "tahun": 2025} | salah

    jawaban = masuk.get(reverse("pohon-kabar", args=[pohon.pk]), tanya, headers=SKRIP)

    assert jawaban.status_code == 400


def test_a_role_narrowed_to_a_branch_edits_and_undoes_only_there(
    client, pohon, jalur, alamat, alamat_batal, dinas, siapa
):
    lain = pohon.tambah(induk=pohon.akar(), jenjang=Jenjang.TUJUAN, kinerja="Lain", **siapa)
    cabang = buat_pengguna("cabang")
    Keanggotaan.objects.create(
        pengguna=cabang, perangkat_daerah=dinas, peran=Peran.PEJABAT, cabang=jalur[Jenjang.PROGRAM]
    )
    client.force_login(cabang)
    sub = jalur[Jenjang.SUB_KEGIATAN]
    di_dalam = sel("nomor", "", "1", simpul=sub.pk)
    di_luar = sel("nomor", "", "1", simpul=lain.pk)

    assert kirim(client, alamat, {"suntingan": [di_dalam, di_luar]}).status_code == 403
    jawaban = kirim(client, alamat, {"suntingan": [di_dalam]})
    assert jawaban.status_code == 200
    assert 'data-i=""' in jawaban.json()["baris"][str(sub.pk)]
    assert kirim(client, alamat_batal, {"nomor": 2}).status_code == 403
    nomor = jawaban.json()["riwayat"]
    assert kirim(client, alamat_batal, {"nomor": nomor}).status_code == 200
