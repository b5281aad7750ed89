"""Verbs of an LKE: what they write, record and refuse; who is told; what is frozen."""

from __future__ import annotations

from decimal import Decimal

import pytest

from kinerja.aturan.temuan import AturanDilanggar
from kinerja.models import BentrokSel, Pemberitahuan, Riwayat, SuntinganDitolak
from laporan.evaluasi.baca_lke import baca_lke
from laporan.models import Dokumen, JawabanLke, Lke, SelLke, Sisi, SubLke
from laporan.pilihan import JenisDokumen
from tests.factories import PADA
from tests.laporan.lke_uji import (
    B,
    buat_lke,
    buat_versi,
    diajukan,
    final,
    jawab,
    langkah,
    nilai,
)


@pytest.fixture
def siapa(perencana):
    return {"oleh": perencana, "pada": PADA}


def sel(lke, siapa, *daftar, sisi=Sisi.LEMBAGA):
    return lke.isi([SelLke(*satu) for satu in daftar], sisi=sisi, **siapa)


def ditolak(kode, perbuatan):
    with pytest.raises(AturanDilanggar) as galat:
        perbuatan()
    assert kode in {t.kode for t in galat.value.temuan}
    return galat.value


def test_a_sheet_begins_with_a_row_for_each_criterion(dinas, perencana):
    lke = buat_lke(dinas, perencana)

    assert lke.jawaban.count() == 53
    assert lke.sub.count() == 12
    assert Riwayat.objects.get(kata_kerja="mulai lke").ringkasan == f"{lke} dimulai"


def test_one_sheet_per_agency_year_and_version(dinas, perencana):
    lke = buat_lke(dinas, perencana)

    ditolak("LKE_SUDAH_ADA", lambda: buat_lke(dinas, perencana))
    lain = buat_versi(dinas.pemda, perencana, nama="Lain", tahun_mulai=2021)
    assert buat_lke(dinas, perencana, versi=lain).pk != lke.pk


def test_an_instrument_serves_its_years_and_its_pemda(dinas, perencana):
    versi = buat_versi(dinas.pemda, perencana, tahun_mulai=2025)

    ditolak("INSTRUMEN_LAIN", lambda: buat_lke(dinas, perencana, versi=versi))


def test_the_same_instrument_is_not_loaded_twice(dinas, perencana):
    buat_versi(dinas.pemda, perencana)

    ditolak("INSTRUMEN_SAMA", lambda: buat_versi(dinas.pemda, perencana, nama="Lagi"))


def test_cells_are_written_together_and_recorded(dinas, perencana, siapa):
    lke = buat_lke(dinas, perencana)

    banyak = sel(
        lke, siapa, ("1.a.1", "mandiri", "", "TERPENUHI"), ("1.a.1", "catatan", "", " Ada.\r\nYa "),
        ("1.a", "bertahan", "", "5"), ("1.a.2", "mandiri", "", ""),
    )  # fmt: skip

    satu = JawabanLke.objects.get(lke=lke, kode="1.a.1")
    assert banyak == 3
    assert (satu.mandiri, satu.catatan) == ("TERPENUHI", "Ada.\nYa")
    assert SubLke.objects.get(lke=lke, kode="1.a").bertahan == 5
    catatan = Riwayat.objects.get(kata_kerja="isi lke").perubahan
    assert [(b["kunci"], b["sesudah"]) for b in catatan] == [
        ([lke.pk, "1.a.1"], {"mandiri": "TERPENUHI", "catatan": "Ada.\nYa"}),
        ([lke.pk, "1.a"], {"bertahan": 5}),
    ]


def test_a_cell_that_somebody_changed_meanwhile_holds_all_back(dinas, perencana, siapa):
    lke = buat_lke(dinas, perencana)
    sel(lke, siapa, ("1.a.1", "mandiri", "", "TERPENUHI"))

    with pytest.raises(SuntinganDitolak) as galat:
        sel(lke, siapa, ("1.a.2", "mandiri", "", "BELUM"), ("1.a.1", "mandiri", "", "BELUM"))

    assert galat.value.sel == {1: BentrokSel("TERPENUHI")}
    assert JawabanLke.objects.get(lke=lke, kode="1.a.2").mandiri == ""


@pytest.mark.parametrize(
    ("kode", "medan", "isi", "temuan"),
    [
        ("1.a.1", "mandiri", "MUNGKIN", "JAWABAN_LAIN"),
        ("1.a.1", "mandiri", "TIDAK_BERLAKU", "SELALU_BERLAKU"),
        ("1.a", "bertahan", "lima", "BERTAHAN_BUKAN_TAHUN"),
        ("1.a", "bertahan", "51", "BERTAHAN_BUKAN_TAHUN"),
        ("1.a.1", "catatan", "x" * 4001, "TEKS_TERLALU_PANJANG"),
        ("1.a.1", "catatan", "a\x00b", "TEKS_TIDAK_SAH"),
    ],
)
def test_what_a_cell_does_not_take(dinas, perencana, siapa, kode, medan, isi, temuan):
    lke = buat_lke(dinas, perencana)

    with pytest.raises(SuntinganDitolak) as galat:
        sel(lke, siapa, (kode, medan, "", isi))

    assert temuan in {t.kode for t in galat.value.sel[0]}


def test_each_side_writes_its_own_cells_in_its_turn(dinas, perencana, evaluator, siapa):
    lke = buat_lke(dinas, perencana)
    penilai = {"oleh": evaluator, "pada": PADA}

    ditolak("SEL_ASING", lambda: sel(lke, siapa, ("1.a.1", "penilaian", "", "BELUM")))
    ditolak("SEL_ASING", lambda: sel(lke, siapa, ("9.z", "mandiri", "", "BELUM")))
    nilai_awal = ("1.a.1", "penilaian", "", "BELUM")
    ditolak("LKE_TERKUNCI", lambda: sel(lke, penilai, nilai_awal, sisi=Sisi.PENILAI))
    langkah(jawab(lke, perencana), "ajukan", perencana)
    kini = ("1.a.1", "mandiri", "TERPENUHI", "BELUM")
    ditolak("LKE_TERKUNCI", lambda: sel(lke, siapa, kini))


def test_an_incomplete_sheet_is_not_submitted(dinas, perencana):
    lke = buat_lke(dinas, perencana)

    galat = ditolak("BELUM_DIJAWAB", lambda: langkah(lke, "ajukan", perencana))

    assert len(galat.temuan) == 11  # ten are named, the rest counted
    assert Lke.objects.get().status == "DRAF"


def test_submitting_tells_the_evaluators_and_returning_the_agency(dinas, perencana, evaluator):
    lke = diajukan(dinas, perencana)
    langkah(lke, "kembalikan", evaluator, alasan="Lengkapi bukti 1.a.")

    assert [(p.penerima.username, p.teks) for p in Pemberitahuan.objects.order_by("pk")] == [
        ("evaluator", f"{lke} diajukan."),
        ("perencana", f"{lke} dikembalikan: Lengkapi bukti 1.a."),
    ]
    assert Lke.objects.get().alasan == "Lengkapi bukti 1.a."


def test_a_step_names_what_stood_on_the_screen(dinas, perencana, evaluator):
    lke = diajukan(dinas, perencana)
    dilihat = lke.versi
    lke.tulis_laporan({"catatan": "Catatan"}, oleh=evaluator, pada=PADA)

    ditolak("DOKUMEN_BERUBAH", lambda: langkah(lke, "kembalikan", evaluator, versi=dilihat,
                                               alasan="Lama"))  # fmt: skip
    ditolak("STATUS_LAIN", lambda: langkah(lke, "ajukan", perencana))
    ditolak("ALASAN_KOSONG", lambda: langkah(lke, "kembalikan", evaluator))


def test_final_stores_what_the_rule_gives_and_freezes_the_report(dinas, perencana, evaluator):
    lke = final(dinas, perencana, evaluator, {"1.a.1": B})

    isi = baca_lke(Lke.objects.lengkap().get())
    beku = Dokumen.objects.dari(JenisDokumen.LHE, lke.pk)
    # BB on all but 1.a: 5 of 6 met is B, 70 % of 6
    assert lke.nilai == isi.penilaian.nilai == Decimal("79.40")
    assert (lke.predikat, isi.mandiri.nilai) == ("BB", 80)
    assert {s.kode: (s.grade, s.penuh) for s in lke.sub.all()} == {
        kode: (s.grade.nama, s.penuh) for kode, s in isi.penilaian.sub.items()
    }
    assert (beku.utuh, beku.tahun, beku.cuplikan["nilai"]) == (True, 2024, "79,40")


def test_final_needs_every_value_and_a_word_where_they_differ(dinas, perencana, evaluator):
    lke = diajukan(dinas, perencana)
    ditolak("BELUM_DINILAI", lambda: langkah(lke, "finalkan", evaluator))
    nilai(lke, evaluator)
    beda = [("1.a.1", "penilaian", "TERPENUHI", "BELUM")]
    sel(lke, {"oleh": evaluator, "pada": PADA}, *beda, sisi=Sisi.PENILAI)

    ditolak("BEDA_TANPA_CATATAN", lambda: langkah(lke, "finalkan", evaluator))
    assert not Dokumen.objects.exists()


def test_years_kept_come_from_final_sheets_in_a_row(dinas, perencana, evaluator):
    final(dinas, perencana, evaluator, tahun=2022)
    final(dinas, perencana, evaluator, {"1.a.1": B}, tahun=2023)
    ini = final(dinas, perencana, evaluator, tahun=2024)

    grade = dict(ini.sub.values_list("kode", "grade"))
    assert (grade["1.a"], grade["1.b"]) == ("BB", "A")
    assert dict(ini.sub.values_list("kode", "bertahan_lke"))["1.b"] == 2


def test_years_that_were_typed_need_evidence(dinas, perencana, evaluator, siapa):
    lke = jawab(buat_lke(dinas, perencana), perencana)
    sel(lke, siapa, ("1.a", "bertahan", "", "5"))
    ditolak("BERTAHAN_TANPA_BUKTI", lambda: langkah(lke, "ajukan", perencana))

    tautan = {"jenis": "TAUTAN", "tautan": "https://contoh.go.id/lhe", "nama": "LHE lama"}
    lke.tautkan_bukti("1.a", **tautan, **siapa)

    assert baca_lke(lke).mandiri.sub["1.a"].grade.nama == "AA"
    langkah(lke, "ajukan", perencana)
    assert baca_lke(lke).penilaian.sub["1.a"].grade is None
    nilai(lke, evaluator)
    assert baca_lke(lke).penilaian.sub["1.a"].grade.nama == "BB"  # not confirmed
    konfirmasi = ("1.a", "bertahan_penilai", "", "1")
    sel(lke, {"oleh": evaluator, "pada": PADA}, konfirmasi, sisi=Sisi.PENILAI)
    assert baca_lke(lke).penilaian.sub["1.a"].grade.nama == "A"


def test_a_later_final_sheet_of_an_earlier_year_moves_nothing(dinas, perencana, evaluator):
    ini = final(dinas, perencana, evaluator, tahun=2024)
    final(dinas, perencana, evaluator, tahun=2023)

    assert baca_lke(Lke.objects.lengkap().get(pk=ini.pk)).penilaian.nilai == ini.nilai


def test_evidence_is_linked_once_and_taken_off(dinas, perencana, siapa):
    lke = buat_lke(dinas, perencana)
    satu = {"jenis": "TAUTAN", "tautan": "https://contoh.go.id", "nama": "Laman"}
    bukti = lke.tautkan_bukti("1.a.1", **satu, **siapa)

    ditolak("BUKTI_SUDAH_ADA", lambda: lke.tautkan_bukti("1.a.1", **satu, **siapa))
    ditolak("SEL_ASING", lambda: lke.tautkan_bukti("9", **satu, **siapa))
    rusak = satu | {"tautan": "javascript:alert(1)"}
    with pytest.raises(AturanDilanggar):
        lke.tautkan_bukti("1.a.2", **rusak, **siapa)
    lke.lepas_bukti(bukti, **siapa)
    assert not lke.bukti.exists()


def test_recommendations_are_followed_up_after_the_end(dinas, perencana, evaluator, siapa):
    lke = diajukan(dinas, perencana)
    penilai = {"oleh": evaluator, "pada": PADA}
    satu = lke.rekomendasikan(" Susun pedoman. ", kode="2.a", **penilai)
    dua = lke.rekomendasikan("Hapus ini.", **penilai)
    lke.cabut_rekomendasi(dua, **penilai)
    ditolak("BELUM_FINAL", lambda: lke.tindak_lanjuti(satu, "Sudah", lama="", **siapa))
    ditolak("REKOMENDASI_KOSONG", lambda: lke.rekomendasikan(" ", **penilai))
    langkah(nilai(lke, evaluator), "finalkan", evaluator)

    ditolak("LKE_TERKUNCI", lambda: lke.rekomendasikan("Lagi.", **penilai))
    lke.tindak_lanjuti(satu, "Pedoman ditetapkan.", lama="", **siapa)
    with pytest.raises(SuntinganDitolak):
        lke.tindak_lanjuti(satu, "Lain.", lama="", **siapa)
    lke.tindak_lanjuti(satu, "Pedoman direvisi.", lama="Pedoman ditetapkan.", **siapa)

    satu.refresh_from_db()
    assert (satu.nomor, satu.isi, satu.tindak_lanjut) == (1, "Susun pedoman.", "Pedoman direvisi.")


def test_only_a_draft_is_deleted(dinas, perencana, siapa):
    lke = buat_lke(dinas, perencana)
    lke.tautkan_bukti("1.a.1", jenis="TAUTAN", tautan="https://contoh.go.id", nama="A", **siapa)
    lke.hapus(**siapa)
    assert not Lke.objects.exists()

    kedua = diajukan(dinas, perencana)
    ditolak("BUKAN_DRAF", lambda: kedua.hapus(**siapa))
