"""Notes of the evaluator: written, answered, followed up, closed; recorded, told, guarded."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from kinerja.aturan.temuan import AturanDilanggar
from kinerja.contoh.orang import DINAS
from kinerja.models import Bentrok, Pemberitahuan, Riwayat
from kinerja.pilihan import Peran
from laporan.aturan.catatan import LANGKAH, Pihak, langkah_terbuka
from laporan.models import BuktiMasuk, Catatan, Tanggapan
from laporan.pilihan import StatusCatatan
from tests.factories import PADA, buat_dinas, buat_pengguna, buat_pohon
from tests.kinerja.test_penjaga import dijaga
from tests.laporan.catatan_uji import PDF, TENGGAT, buat_catatan, melangkah


@pytest.fixture
def catatan(pohon, jalur, evaluator, perencana):
    return buat_catatan(pohon, evaluator, simpul=jalur["SASARAN"])


def akhir(dinas):
    return Riwayat.objects.filter(perangkat_daerah=dinas, pohon=None).order_by("-nomor").first()


def test_a_note_names_its_box_is_recorded_and_told(catatan, dinas, jalur, perencana, kepala):
    lagi = buat_catatan(jalur["SASARAN"].pohon, catatan.oleh, simpul=jalur["SASARAN"])

    assert catatan.perihal.startswith("Sasaran “Meningkatnya pelayanan sosial”, Cascading")
    assert (catatan.status, catatan.simpul_uid) == ("TERBUKA", jalur["SASARAN"].uid)
    baris = akhir(dinas)
    assert baris.kata_kerja == "tulis catatan"
    assert baris.perubahan[0]["sesudah"]["tenggat"] == "2025-03-31"
    kabar = Pemberitahuan.objects.filter(alamat=f"/evaluasi/catatan/{lagi.pk}/")
    assert {k.penerima for k in kabar} == {perencana, kepala}
    assert "Tenggat 31 Maret 2025." in kabar[0].teks


def test_a_note_goes_through_all_its_states(catatan, dinas, perencana, evaluator):
    jalan = [
        ("JAWAB", perencana, "DIJAWAB"), ("KEMBALIKAN", evaluator, "DIKEMBALIKAN"),
        ("TINDAK_LANJUTI", perencana, "DITINDAKLANJUTI"),
        ("TINDAK_LANJUTI", perencana, "DITINDAKLANJUTI"),
        ("PERPANJANG", evaluator, "DITINDAKLANJUTI"), ("SELESAIKAN", evaluator, "SELESAI"),
    ]  # fmt: skip
    for langkah, siapa, status in jalan:
        isi = {"tenggat": date(2025, 6, 30)} if langkah == "PERPANJANG" else {}
        baris = melangkah(catatan, langkah, siapa, **isi)
        assert (catatan.status, catatan.versi) == (status, baris.nomor)
        assert akhir(dinas).kata_kerja == f"{langkah.lower()} catatan"
        lain = perencana if siapa == evaluator else evaluator
        assert Pemberitahuan.objects.order_by("-pk").first().penerima == lain
    assert catatan.tenggat == date(2025, 6, 30)
    bukti = catatan.tanggapan.get(nomor=4)
    assert bukti.jalur.read_bytes() == PDF
    assert akhir(dinas).perubahan[0]["sebelum"] == {"status": "DITINDAKLANJUTI"}
    with pytest.raises(AturanDilanggar, match="kini berstatus Selesai"):
        melangkah(catatan, "TINDAK_LANJUTI", perencana)


@pytest.mark.parametrize(
    ("isi", "pesan"),
    [
        ({"isi": "  "}, "Tulis catatannya"),
        ({"isi": "x" * 4001}, "Paling panjang 4000"),
        ({"tenggat": None}, "Isi tenggat"),
        ({"tenggat": date(2025, 1, 5)}, "sebelum hari ini"),
    ],
)
def test_a_note_that_lacks_something_is_refused(isi, pesan, pohon, evaluator):
    with pytest.raises(AturanDilanggar, match=pesan):
        buat_catatan(pohon, evaluator, **isi)
    assert not Catatan.objects.exists()


@pytest.mark.parametrize(
    ("langkah", "isi", "pesan"),
    [
        ("JAWAB", {"teks": " "}, "Tulis jawabannya"),
        ("TINDAK_LANJUTI", {"bukti": None}, "Sertakan buktinya"),
        ("TINDAK_LANJUTI", {"bukti": BuktiMasuk("a.exe", b"MZ")}, "bukan PDF"),
        ("TINDAK_LANJUTI", {"bukti": BuktiMasuk(tautan="javascript:1")}, "https://"),
        ("PERPANJANG", {}, "tenggat yang baru"),
        ("SELESAIKAN", {}, "itu hanya dari Dijawab atau Ditindaklanjuti"),
        ("TARIK", {"teks": ""}, "mengapa catatan ini ditarik"),
    ],
)
def test_a_step_that_lacks_something_is_refused(langkah, isi, pesan, catatan, perencana):
    with pytest.raises(AturanDilanggar, match=pesan):
        melangkah(catatan, langkah, perencana, **isi)
    assert not Tanggapan.objects.exists()
    assert Catatan.objects.get().versi == 1


def test_a_step_from_a_page_that_is_stale_is_a_conflict(catatan, perencana):
    melangkah(catatan, "JAWAB", perencana)
    with pytest.raises(Bentrok):
        melangkah(catatan, "TINDAK_LANJUTI", perencana, versi=1)


def test_a_note_is_late_while_the_agency_has_it(catatan, perencana):
    besok = date(2025, 4, 1)
    assert not catatan.lewat(TENGGAT)
    assert catatan.lewat(besok)
    assert list(Catatan.objects.lewat(besok)) == [catatan]
    melangkah(catatan, "JAWAB", perencana)
    assert not catatan.lewat(besok)
    assert not Catatan.objects.lewat(besok).exists()


def test_every_status_has_its_steps_and_no_side_takes_those_of_the_other():
    assert {s.ke for s in LANGKAH} | {"TERBUKA"} == set(StatusCatatan.values)
    assert langkah_terbuka("TERBUKA", {Pihak.EVALUATOR}) == ["PERPANJANG", "TARIK"]
    assert langkah_terbuka("DIJAWAB", {Pihak.LEMBAGA}) == ["TINDAK_LANJUTI"]
    for status in ("SELESAI", "DITARIK"):
        assert langkah_terbuka(status, set(Pihak)) == []


def test_an_archived_document_takes_no_note(pohon, evaluator, perencana):
    pohon.arsipkan(oleh=perencana, pada=PADA)
    with pytest.raises(AturanDilanggar, match="arsip"):
        buat_catatan(pohon, evaluator)


def test_the_demo_has_a_note_in_each_state_once(pohon, jalur, dinas, perencana, evaluator):
    from laporan.contoh_evaluasi import muat_catatan

    for _ in range(2):
        muat_catatan({DINAS: dinas}, {"perencana": perencana, "inspektorat": evaluator}, PADA)
    semua = Catatan.objects.all()
    assert {c.status for c in semua} == set(StatusCatatan.values)
    assert semua.count() == 7
    assert semua.lewat(PADA.date()).count() == 1


# --- around Python ---


def kembar(catatan, **isi):
    lain = Catatan.objects.get(pk=catatan.pk)
    lain.pk = None
    for medan, nilai in isi.items():
        setattr(lain, medan, nilai)
    return Catatan.objects.bulk_create([lain])


@pytest.mark.parametrize(
    ("batasan", "isi"),
    [
        ("catatan_berisi", {"isi": ""}),
        ("catatan_berisi", {"perihal": ""}),
        ("catatan_rekomendasi_bertenggat", {"tenggat": None}),
    ],
)
def test_the_database_refuses_a_note_that_breaks_a_constraint(batasan, isi, catatan):
    with pytest.raises(IntegrityError, match=batasan), transaction.atomic():
        kembar(catatan, **isi)


def test_guards_of_notes(catatan, dinas, perencana, evaluator, perencana_lain):
    satu = Catatan.objects.filter(pk=catatan.pk)
    kesehatan = perencana_lain.daftar_keanggotaan()[0].perangkat_daerah
    asing = buat_pohon(kesehatan, perencana_lain)
    dijaga("laporan_catatan_serumah", lambda: kembar(catatan, asal=asing.pk, simpul_uid=None))
    dijaga("laporan_catatan_serumah", lambda: kembar(catatan, jenis="IKU", simpul_uid=None))
    dijaga("laporan_catatan_kotak", lambda: kembar(catatan, simpul_uid=asing.akar().uid))
    dijaga("laporan_catatan_lahir", lambda: kembar(catatan, status="DIJAWAB"))
    dijaga("laporan_catatan_tetap", lambda: satu.update(isi="Lain"))
    dijaga("laporan_catatan_langkah", lambda: satu.update(status="SELESAI"))
    dijaga("laporan_catatan_hapus", lambda: satu._raw_delete("default"))
    melangkah(catatan, "TARIK", evaluator)
    dijaga("laporan_catatan_tenggat", lambda: satu.update(tenggat=None))


def test_guards_and_constraints_of_answers(catatan, perencana):
    melangkah(catatan, "JAWAB", perencana)
    semua = Tanggapan.objects.all()
    dijaga("laporan_tanggapan_update", lambda: semua.update(teks="Lain"))
    dijaga("laporan_tanggapan_delete", lambda: semua._raw_delete("default"))
    for batasan, isi in (
        ("tanggapan_tindak_lanjut_berbukti", {"langkah": "TINDAK_LANJUTI"}),
        ("tanggapan_berteks", {"teks": ""}),
        ("tanggapan_berkas_atau_tautan", {"nama": "a.pdf"}),
        ("tanggapan_berkas_atau_tautan", {"sha256": "a"}),
        ("tanggapan_langkah_dikenal", {"langkah": "LAIN"}),
        ("tanggapan_nomor|UNIQUE", {"nomor": 2}),
    ):
        baris = semua.get()
        baris.pk, baris.nomor = None, 9
        for medan, nilai in isi.items():
            setattr(baris, medan, nilai)
        with pytest.raises(IntegrityError, match=batasan), transaction.atomic():
            Tanggapan.objects.bulk_create([baris])


def test_statuses_kinds_and_boxes_stay_known_without_guards(catatan):
    from django.db import connection

    with connection.cursor() as kursor:
        kursor.execute("INSERT INTO penjaga_mati (sebab) VALUES ('uji')")
    for batasan, isi in (
        ("catatan_status_dikenal", {"status": "LAIN"}),
        ("catatan_jenis_dikenal", {"jenis": "ARSIP", "simpul_uid": None}),
        ("catatan_kotak_di_pohon", {"jenis": "IKU"}),
    ):
        with pytest.raises(IntegrityError, match=batasan), transaction.atomic():
            kembar(catatan, **isi)
    with connection.cursor() as kursor:
        kursor.execute("DELETE FROM penjaga_mati")


def test_notes_of_another_pemda_are_not_read(catatan, dinas):
    from tests.factories import buat_pemda

    jauh = buat_dinas(buat_pemda("Kabupaten Lain", "62.03"), "Dinas Jauh", "8.8")
    luar = buat_pengguna("luar", Peran.INSPEKTORAT, di=jauh.pemda)
    assert not Catatan.objects.terlihat_oleh(luar).exists()
    assert Catatan.objects.terlihat_oleh(catatan.oleh).exists()
