"""Comments on a box: verbs, rules, who is told, and what both databases refuse."""

import uuid

import pytest
from django.db import IntegrityError, transaction

from kinerja.aturan.temuan import AturanDilanggar
from kinerja.komentar_kotak import komentar_terbuka, utas_kotak
from kinerja.models import Keanggotaan, Komentar, Pemberitahuan, Pohon, Riwayat, Simpul
from kinerja.pilihan import JenisPemberitahuan, Jenjang, Peran, StatusPohon
from tests.factories import PADA, buat_jalur, buat_pengguna, buat_pohon
from tests.kinerja.test_penjaga import dijaga


@pytest.fixture
def program(jalur):
    return Simpul.objects.select_related("pohon__perangkat_daerah").get(pk=jalur["PROGRAM"].pk)


@pytest.fixture
def komentar(program, evaluator):
    return Komentar.tulis(program, " Pagu belum wajar. ", oleh=evaluator, pada=PADA)


def kode(verba, *isi, **lain) -> list[str]:
    with pytest.raises(AturanDilanggar) as ditolak:
        verba(*isi, **lain)
    return [t.kode for t in ditolak.value.temuan]


def disetujui(pohon) -> Pohon:
    Pohon.objects.filter(pk=pohon.pk).update(status=StatusPohon.DISETUJUI)
    return Pohon.objects.select_related("perangkat_daerah", "periode").get(pk=pohon.pk)


def test_a_comment_stands_in_the_agencys_history_and_leaves_the_version_alone(
    program, komentar, evaluator
):
    versi = program.pohon.versi
    program.pohon.refresh_from_db()

    assert komentar.teks == "Pagu belum wajar."
    assert program.pohon.versi == versi
    riwayat = Riwayat.objects.get(pohon=None, kata_kerja="komentar")
    assert riwayat.ringkasan == "Komentar pada program “Program Rehabilitasi Sosial” ditulis"
    assert riwayat.oleh == evaluator


def test_answering_resolving_and_reopening_are_recorded_too(program, komentar, perencana):
    komentar.balas(program, "Sudah diperiksa.", oleh=perencana, pada=PADA)
    komentar.selesaikan(program, oleh=perencana, pada=PADA)
    komentar.buka_lagi(program, oleh=perencana, pada=PADA)

    daftar = (
        Riwayat.objects.filter(pohon=None).order_by("nomor").values_list("kata_kerja", flat=True)
    )
    verba = [k for k in daftar if "komentar" in k]
    assert verba == ["komentar", "balas_komentar", "selesaikan_komentar", "buka_komentar"]
    komentar.refresh_from_db()
    assert (komentar.selesai_pada, komentar.selesai_oleh) == (None, None)


@pytest.mark.parametrize(("teks", "harapan"), [("  ", "KOSONG"), ("x" * 4001, "PANJANG")])
def test_an_empty_or_endless_text_is_refused(program, perencana, teks, harapan):
    assert kode(Komentar.tulis, program, teks, oleh=perencana, pada=PADA) == [f"KOMENTAR_{harapan}"]
    assert not Komentar.objects.exists()


def test_answers_stand_one_level_below_and_below_what_is_open(program, komentar, perencana):
    siapa = {"oleh": perencana, "pada": PADA}
    balasan = komentar.balas(program, "Ya.", **siapa)

    assert kode(balasan.balas, program, "Lagi.", **siapa) == ["BALASAN_DIBALAS"]
    assert kode(balasan.selesaikan, program, **siapa) == ["BALASAN_DISELESAIKAN"]
    assert kode(komentar.buka_lagi, program, **siapa) == ["KOMENTAR_TERBUKA"]
    komentar.selesaikan(program, **siapa)
    assert kode(komentar.balas, program, "Terlambat.", **siapa) == ["KOMENTAR_SELESAI"]


def test_of_two_who_resolve_at_once_the_second_is_told(program, komentar, perencana, evaluator):
    sama = Komentar.objects.select_related("pohon__perangkat_daerah").get(pk=komentar.pk)
    komentar.selesaikan(program, oleh=perencana, pada=PADA)

    assert kode(sama.selesaikan, program, oleh=evaluator, pada=PADA) == ["KOMENTAR_SELESAI"]
    komentar.refresh_from_db()
    assert komentar.selesai_oleh == perencana


def test_an_answer_looks_at_the_comment_as_it_stands_now(program, komentar, perencana, evaluator):
    Komentar.objects.get(pk=komentar.pk).selesaikan(program, oleh=perencana, pada=PADA)

    assert kode(komentar.balas, program, "Sudah.", oleh=evaluator, pada=PADA)
    assert Komentar.objects.count() == 1


def test_an_archived_document_takes_no_comment(program, perencana):
    program.pohon.arsipkan(oleh=perencana, pada=PADA)

    assert kode(Komentar.tulis, program, "Halo", oleh=perencana, pada=PADA) == ["DIARSIPKAN"]


def test_an_approved_document_still_takes_comments(program, evaluator):
    program.pohon = disetujui(program.pohon)

    assert Komentar.tulis(program, "Catatan evaluasi.", oleh=evaluator, pada=PADA).pk


def test_a_mentioned_role_is_told_but_not_who_wrote(dinas, program, perencana, kepala):
    rekan = buat_pengguna("rekan", Peran.PERENCANA, di=dinas)
    pasif = buat_pengguna("pasif", Peran.PERENCANA, di=dinas)
    type(pasif).objects.filter(pk=pasif.pk).update(is_active=False)

    Komentar.tulis(program, "Lihat ini.", menyebut=Peran.PERENCANA, oleh=perencana, pada=PADA)

    satu = Pemberitahuan.objects.get()
    assert (satu.penerima, satu.jenis) == (rekan, JenisPemberitahuan.SEBUTAN)
    assert satu.teks == "Program “Program Rehabilitasi Sosial”: Lihat ini."


def test_a_role_that_only_the_pemda_holds_is_told_there(program, perencana, evaluator):
    Komentar.tulis(program, "Mohon nilai.", menyebut=Peran.INSPEKTORAT, oleh=perencana, pada=PADA)

    assert Pemberitahuan.objects.get().penerima == evaluator


def test_a_role_narrowed_to_another_branch_is_not_told(dinas, jalur, program, perencana):
    lain = program.pohon.tambah(
        induk=jalur["SASARAN"], jenjang=Jenjang.PROGRAM, nama="Program lain", oleh=perencana,
        pada=PADA,
    )  # fmt: skip
    for nama, cabang in (("di sini", jalur["PROGRAM"]), ("di sana", lain)):
        akun = buat_pengguna(nama)
        Keanggotaan.objects.create(
            pengguna=akun, perangkat_daerah=dinas, peran=Peran.PEJABAT, cabang=cabang
        )
    kegiatan = Simpul.objects.get(pk=jalur["KEGIATAN"].pk)

    Komentar.tulis(kegiatan, "Mohon isi.", menyebut=Peran.PEJABAT, oleh=perencana, pada=PADA)

    assert [str(p.penerima) for p in Pemberitahuan.objects.all()] == ["di sini"]


def test_an_answer_tells_all_who_wrote_before_once(program, komentar, perencana, kepala):
    komentar.balas(program, "Sedang diperiksa.", oleh=perencana, pada=PADA)
    Pemberitahuan.objects.all().delete()

    komentar.balas(program, "Segera.", menyebut=Peran.PERENCANA, oleh=kepala, pada=PADA)

    diberitahu = {str(p.penerima): p.jenis for p in Pemberitahuan.objects.all()}
    assert diberitahu == {"evaluator": "BALASAN", "perencana": "SEBUTAN"}


def test_a_deleted_box_comes_back_with_its_comments(pohon, program, komentar, perencana):
    riwayat = pohon.hapus(program, oleh=perencana, pada=PADA)
    assert komentar_terbuka(pohon) == {}

    pohon.batalkan(riwayat, oleh=perencana, pada=PADA)

    kembali = Simpul.objects.get(pohon=pohon, uid=program.uid)
    assert komentar_terbuka(pohon) == {kembali.pk: 1}


def test_comments_go_along_into_the_next_edition_and_not_back(program, komentar, perencana):
    lama = disetujui(program.pohon)
    baru = lama.buka_perubahan(oleh=perencana, pada=PADA)
    sana = Simpul.objects.select_related("pohon__perangkat_daerah").get(pohon=baru, uid=program.uid)
    Komentar.tulis(sana, "Hanya di edisi 2.", oleh=perencana, pada=PADA)

    utas = utas_kotak(sana, [], perencana)
    assert [(u.komentar.teks, u.edisi) for u in utas] == [
        ("Hanya di edisi 2.", None), ("Pagu belum wajar.", 1)
    ]  # fmt: skip
    assert komentar_terbuka(baru) == {sana.pk: 2}
    assert komentar_terbuka(lama) == {program.pk: 1}


def test_threads_are_read_in_one_query_and_counted_in_one(
    pohon, program, komentar, perencana, django_assert_num_queries
):
    perencana.daftar_keanggotaan()
    for n in range(4):
        komentar.balas(program, f"Balasan {n}", oleh=perencana, pada=PADA)
        Komentar.tulis(program, f"Komentar {n}", oleh=perencana, pada=PADA)

    with django_assert_num_queries(1):
        utas = utas_kotak(program, [], perencana)
        assert [str(b.oleh) for u in utas for b in u.balasan] == ["perencana"] * 4
    with django_assert_num_queries(1):
        assert komentar_terbuka(pohon) == {program.pk: 5}


def test_open_comments_stand_before_resolved_ones(program, komentar, perencana):
    komentar.selesaikan(program, oleh=perencana, pada=PADA)
    Komentar.tulis(program, "Masih terbuka.", oleh=perencana, pada=PADA)

    utas = utas_kotak(program, [], perencana)

    assert [u.komentar.selesai for u in utas] == [False, True]


# --- around Python -----------------------------------------------------------------------------


def ditolak_basis(nama, perbuatan):
    with pytest.raises(IntegrityError, match=nama), transaction.atomic():
        perbuatan()


def sisipkan(komentar, **isi):
    bawaan = {m: getattr(komentar, m) for m in ("pohon", "simpul_uid", "teks", "oleh", "pada")}
    Komentar.objects.bulk_create([Komentar(**bawaan | isi)])


def test_words_stay_and_nothing_is_deleted(program, komentar, perencana):
    semua = Komentar.objects.all()
    for isi in ({"teks": "lain"}, {"oleh": perencana}, {"indikator_uid": uuid.uuid4()}):
        dijaga("komentar_tetap", lambda isi=isi: semua.update(**isi))
    dijaga("komentar_hapus", lambda: semua._raw_delete("default"))


def test_a_comment_is_about_a_box_of_its_document(dinas, komentar, perencana):
    lain = buat_jalur(buat_pohon(dinas, perencana, judul="Lain"), perencana)["PROGRAM"]

    dijaga("komentar_kotak", lambda: sisipkan(komentar, simpul_uid=lain.uid))


def test_a_comment_is_about_an_indicator_of_its_box(pohon, jalur, komentar, perencana):
    asing = pohon.tambah_indikator(jalur["KEGIATAN"], teks="Jumlah", oleh=perencana, pada=PADA)

    dijaga("komentar_indikator", lambda: sisipkan(komentar, indikator_uid=asing.uid))


def test_an_answer_stands_below_the_first_comment_of_the_same_box(
    jalur, program, komentar, perencana
):
    balasan = komentar.balas(program, "Ya.", oleh=perencana, pada=PADA)
    lain = jalur["KEGIATAN"].uid

    dijaga("komentar_setingkat", lambda: sisipkan(komentar, membalas=balasan))
    dijaga("komentar_setingkat", lambda: sisipkan(komentar, membalas=komentar, simpul_uid=lain))


def test_the_database_knows_the_rest(program, komentar, perencana):
    balasan = komentar.balas(program, "Ya.", oleh=perencana, pada=PADA)
    satu = Komentar.objects.filter(pk=komentar.pk)
    selesai = {"selesai_pada": PADA, "selesai_oleh": perencana}

    ditolak_basis("berteks", lambda: sisipkan(komentar, teks=""))
    ditolak_basis("teks_muat", lambda: sisipkan(komentar, teks="x" * 4001))
    ditolak_basis("peran_dikenal", lambda: sisipkan(komentar, menyebut="SIAPA"))
    ditolak_basis("selesai_oleh_seseorang", lambda: satu.update(selesai_pada=PADA))
    ditolak_basis(
        "balasan_tidak_selesai_sendiri",
        lambda: Komentar.objects.filter(pk=balasan.pk).update(**selesai),
    )


def test_the_database_knows_what_a_notice_is(komentar, program, perencana):
    komentar.balas(program, "Ya.", oleh=perencana, pada=PADA)
    semua = Pemberitahuan.objects.all()

    ditolak_basis("pemberitahuan_berteks", lambda: semua.update(teks=""))
    ditolak_basis("pemberitahuan_jenis_dikenal", lambda: semua.update(jenis="LAIN"))
    ditolak_basis("pemberitahuan_bukan_diri_sendiri", lambda: semua.update(penerima=perencana))
