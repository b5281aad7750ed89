"""The dashboards: figures as the grid has them, drill-down, who may, constant queries."""

from datetime import date
from decimal import Decimal

import pytest

from kinerja.aturan.aturan_ukur import AturanUkur
from kinerja.dasbor_lembaga import dasbor_lembaga
from kinerja.dasbor_pemda import dasbor_pemda
from kinerja.dokumen_diukur import di_tahun, dokumen_diukur, tahun_dokumen
from kinerja.models import Pengaturan, PerangkatDaerah, Pohon, Tahap
from kinerja.models.hitung_capaian import atur_ukur, beda_dari_aturan
from kinerja.pilihan import Jenjang
from kinerja.ringkasan_ukur import ringkasan_ukur
from tests.factories import PADA
from tests.kinerja.ukur_uji import berlakukan, ukur

HARI = date(2026, 2, 1)


def lembar(pohon, triwulan=1, tahun=2025, **lain):
    dokumen = di_tahun(dokumen_diukur([pohon.perangkat_daerah_id]), tahun)
    return dasbor_lembaga(
        pohon.perangkat_daerah, dokumen, tahun=tahun, triwulan=triwulan, hari=HARI, **lain
    )


def pemda_dari(pohon, triwulan=1, **lain):
    daftar = list(PerangkatDaerah.objects.filter(pemda=pohon.perangkat_daerah.pemda).order_by("pk"))
    dokumen = di_tahun(dokumen_diukur([p.pk for p in daftar]), 2025)
    return dasbor_pemda(
        pohon.perangkat_daerah.pemda, daftar, dokumen, tahun=2025, triwulan=triwulan, hari=HARI,
        **lain,
    )  # fmt: skip


def test_the_agency_says_what_the_grid_says(pohon, terukur):
    isi = lembar(pohon)
    grid = ringkasan_ukur(pohon, tahun=2025, triwulan=1, aturan=AturanUkur())

    assert isi.seluruh.capai.rata == grid.rata
    assert isi.seluruh.capai.rata.nilai == 140
    assert isi.seluruh.uang.serapan == grid.serapan
    assert isi.seluruh.uang.serapan.nilai == 40


@pytest.mark.parametrize("batas", [None, Decimal(110)])
def test_the_pemda_adds_up_in_the_database_what_the_agency_does_row_by_row(pohon, terukur, batas):
    pemda = pohon.perangkat_daerah.pemda
    Pengaturan.objects.update_or_create(pemda=pemda, defaults={"batas_rata": batas})
    pohon.perangkat_daerah.pemda.refresh_from_db()
    rinci, ringkas = lembar(pohon), pemda_dari(pohon)

    baris = ringkas.baris[0]
    for satu, lain in zip(rinci.per_triwulan, baris.triwulan, strict=True):
        assert satu.capai.rata == lain.capai.rata
        assert satu.capai.wajib == lain.capai.wajib
        assert (satu.uang, satu.serap) == (lain.uang, lain.serap)
    assert ringkas.seluruh.rata.nilai == (95 if batas else 140)
    assert [t.terlambat for t in rinci.terlambat] == [t for _, _, t in baris.terlambat]


def test_money_typed_cumulatively_is_counted_once(pohon, terukur, perencana):
    pemda = pohon.perangkat_daerah.pemda
    Pengaturan.objects.update_or_create(pemda=pemda, defaults={"cara_ketik": "KUMULATIF"})
    siapa = {"oleh": perencana, "medan": "anggaran"}
    ukur(pohon, terukur["sub"], "700.000", triwulan=3, **siapa)

    rinci, ringkas = lembar(pohon, 3), pemda_dari(pohon, 3)

    assert rinci.seluruh.uang.realisasi == ringkas.uang.realisasi == 700_000
    assert [b.uang.realisasi for b in rinci.per_triwulan] == [400_000, 400_000, 700_000, 700_000]
    assert [bool(b.serap) for b in rinci.per_triwulan] == [True, False, True, False]


def test_the_pagu_of_the_last_stage_counts(pohon, terukur, perencana):
    siapa = {"oleh": perencana, "pada": PADA}
    Tahap.buka(pohon.perangkat_daerah, 2025, kode="PERUBAHAN", nama="Perubahan", **siapa)
    pohon.isi_pagu(terukur["sub"], "800.000", tahun=2025, **siapa)

    assert lembar(pohon).seluruh.uang.pagu == pemda_dari(pohon).uang.pagu == 800_000
    assert lembar(pohon).seluruh.uang.serapan.nilai == 50


def test_what_is_kept_of_a_document_follows_every_change(pohon, terukur, perencana):
    siapa = {"oleh": perencana, "pada": PADA}
    pemda, satu, sub = pohon.perangkat_daerah.pemda, terukur["satu"], terukur["sub"]
    ubahan = [
        lambda: ukur(pohon, satu, "10", oleh=perencana),
        lambda: ukur(pohon, satu, "", oleh=perencana),
        lambda: ukur(pohon, sub, "500.000", oleh=perencana, medan="anggaran"),
        lambda: pohon.isi_target(terukur["dua"], "100", tahun=2025, triwulan=1, **siapa),
        lambda: Tahap.buka(pohon.perangkat_daerah, 2025, kode="P1", nama="P1", **siapa),
        lambda: pohon.isi_target(terukur["dua"], "80", tahun=2025, triwulan=1, **siapa),
        lambda: pohon.isi_pagu(sub, "2.000.000", tahun=2025, **siapa),
        lambda: pohon.ubah_indikator(satu, {"frekuensi": "TAHUNAN"}, **siapa),
        lambda: pohon.ubah_indikator(terukur["dua"], {"arah": "TURUN"}, **siapa),
        lambda: atur_ukur(Pengaturan.objects.get_or_create(pemda=pemda)[0],
                          {"cara_turun": "BANDING"}, **siapa),
    ]  # fmt: skip
    for ubah in ubahan:
        pemda_dari(pohon)
        ubah()
        pohon = Pohon.objects.get(pk=pohon.pk)

        rinci, ringkas = lembar(pohon), pemda_dari(pohon)

        assert (rinci.seluruh.capai, rinci.seluruh.uang) == (ringkas.seluruh, ringkas.uang)
        assert beda_dari_aturan(pohon) == []


def test_a_yearly_value_is_neither_missing_nor_averaged_before_the_fourth_quarter(pohon, terukur):
    kini, akhir = lembar(pohon, 1), lembar(pohon, 4)

    assert (kini.seluruh.capai.wajib, akhir.seluruh.capai.wajib) == (2, 3)
    baris = kini.gambarkan(kini.ukuran())[0]
    assert (baris.ukuran.pk, baris.sebab, baris.gambar) == (
        terukur["tujuan"].pk, "diukur tahunan", "",
    )  # fmt: skip
    pesan = [t.terlambat.pesan for t in kini.terlambat]
    assert "Triwulan II 2025: 1 dari 2 nilai belum diisi, belum diajukan" in pesan
    assert "3 dari 3 nilai belum diisi (1 di antaranya nilai tahunan)" in pesan[-1]


def test_levels_have_the_money_of_all_that_is_below_them(pohon, terukur):
    per = {b.kunci: b for b in lembar(pohon).per_jenjang}

    assert {b.uang.realisasi for b in per.values()} == {400_000}
    assert per["PROGRAM"].capai.banyak == 2
    assert per["TUJUAN"].capai.rumus == "tidak ada yang diukur triwulan ini"


def test_a_branch_is_a_dashboard_of_its_own(pohon, jalur, terukur):
    isi = lembar(pohon, kotak=jalur[Jenjang.PROGRAM].pk)

    assert [b.kotak.jenjang for b in isi.anak] == ["KEGIATAN"]
    assert [k.jenjang for k in isi.jejak] == ["TUJUAN", "SASARAN"]
    assert len(isi.ukuran()) == 2
    assert lembar(pohon, kotak=10**6) is None


def test_lines_leave_years_without_a_number_out(pohon, terukur, perencana):
    ukur(pohon, terukur["tujuan"], "59", triwulan=4, oleh=perencana)

    (garis,) = lembar(pohon).deret

    assert [t.target for t in garis.titik] == [60, 62, None, 65, None]
    assert [t.realisasi for t in garis.titik] == [59, None, None, None, None]
    assert 'role="img"' in garis.gambar


def test_what_has_no_figure_comes_last_and_is_counted(pohon, jalur, terukur, perencana):
    siapa = {"oleh": perencana, "pada": PADA}
    pohon.tambah_indikator(jalur[Jenjang.TUJUAN], teks="Belum bertarget", **siapa)

    isi = lembar(pohon)

    assert [u.teks for u in isi.ukuran()][-1] == "Belum bertarget"
    assert (len(isi.deret), isi.tanpa_angka) == (1, 1)


def test_only_the_edition_in_force_counts(pohon, terukur, perencana):
    berlakukan(pohon, perencana)
    pohon.buka_perubahan(oleh=perencana, pada=PADA)

    dokumen = dokumen_diukur([pohon.perangkat_daerah_id])

    assert [p.pk for p in dokumen] == [pohon.pk]
    assert tahun_dokumen(dokumen, 2030) == [2025, 2026, 2027, 2028, 2029]
    assert di_tahun(dokumen, 2030) == []
    assert tahun_dokumen([], 2030) == [2030]
