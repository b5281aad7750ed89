"""The dashboards: figures as the grid has them, drill-down, who may, constant queries."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kinerja.aturan.aturan_ukur import AturanUkur
from kinerja.dasbor_lembaga import dasbor_lembaga
from kinerja.dasbor_pemda import dasbor_pemda
from kinerja.dokumen_diukur import di_tahun, dokumen_diukur, tahun_dokumen
from kinerja.models import Pengaturan, PerangkatDaerah, Tahap
from kinerja.pilihan import Jenjang, Peran
from kinerja.ringkasan_ukur import ringkasan_ukur
from kinerja.tertunda import Tertunda, daftarkan
from tests.factories import PADA, buat_dinas, buat_jalur, buat_pengguna, buat_pohon
from tests.kinerja.ukur_uji import berlakukan, buat_terukur, langkah, ukur

HARI = date(2026, 2, 1)


@pytest.fixture
def terukur(pohon, jalur, perencana):
    """Three indicators of the program, one yearly; values of two quarters; money of one."""
    siapa = {"oleh": perencana}
    satu, dua = (buat_terukur(pohon, jalur, perencana, teks=f"Jumlah {n}") for n in "AB")
    tujuan = pohon.tambah_indikator(
        jalur[Jenjang.TUJUAN], teks="Indeks kota", satuan="Indeks", utama=True, pada=PADA, **siapa
    )
    for tahun, teks in ((2025, "60"), (2026, "62"), (2028, "65")):
        pohon.isi_target(tujuan, teks, tahun=tahun, pada=PADA, **siapa)
    ukur(pohon, satu, "20", **siapa)
    ukur(pohon, dua, "50", **siapa)
    ukur(pohon, satu, "25", triwulan=2, **siapa)
    sub = jalur[Jenjang.SUB_KEGIATAN]
    pohon.isi_pagu(sub, "1.000.000", tahun=2025, pada=PADA, **siapa)
    ukur(pohon, sub, "400.000", medan="anggaran", **siapa)
    return {"satu": satu, "dua": dua, "tujuan": tujuan, "sub": sub}


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


def halaman(client, alamat):
    jawaban = client.get(alamat)
    assert jawaban.status_code == 200, jawaban
    return jawaban.content.decode()


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


def test_only_the_edition_in_force_counts(pohon, terukur, perencana):
    berlakukan(pohon, perencana)
    pohon.buka_perubahan(oleh=perencana, pada=PADA)

    dokumen = dokumen_diukur([pohon.perangkat_daerah_id])

    assert [p.pk for p in dokumen] == [pohon.pk]
    assert tahun_dokumen(dokumen, 2030) == [2025, 2026, 2027, 2028, 2029]
    assert di_tahun(dokumen, 2030) == []
    assert tahun_dokumen([], 2030) == [2030]


def test_every_number_leads_to_its_cell(client, perencana, pohon, terukur):
    client.force_login(perencana)
    alamat = reverse("dasbor-lembaga", args=[pohon.perangkat_daerah_id])
    satu = terukur["satu"]

    isi = halaman(client, f"{alamat}?tahun=2025&triwulan=1&jenjang=PROGRAM")

    sel = f"/pohon/{pohon.pk}/pengukuran/?tahun=2025&amp;triwulan=1&amp;kotak={satu.simpul_id}"
    assert f"{sel}#i{satu.pk}" in isi
    assert f"/pohon/{pohon.pk}/?tahun=2025#s{satu.simpul_id}" in isi
    assert f'id="i{satu.pk}"' in halaman(client, sel.replace("&amp;", "&"))
    assert "280% / 2 nilai = 140%" in isi
    assert "Capaian tidak dibatasi dalam rata-rata." in isi


def test_the_grid_opens_on_the_page_of_a_box(client, perencana, pohon, terukur, monkeypatch):
    bawaan = {"halaman": 1, "boleh": None, "sehalaman": 1, "kotak_dicari": 0}
    monkeypatch.setattr("kinerja.lembar_ukur.lembar_ukur.__kwdefaults__", bawaan)
    client.force_login(perencana)
    alamat = reverse("pengukuran", args=[pohon.pk])

    isi = halaman(client, f"{alamat}?tahun=2025&triwulan=1&kotak={terukur['sub'].pk}")

    assert f'id="a{terukur["sub"].pk}"' in isi
    assert f'id="i{terukur["satu"].pk}"' not in isi


def test_the_pemda_shows_all_agencies_and_sorts_them(client, evaluator, pohon, terukur):
    lain = buat_dinas(pohon.perangkat_daerah.pemda, nama="Badan Keuangan", kode="5.02")
    client.force_login(evaluator)
    alamat = f"{reverse('dasbor')}?tahun=2025&triwulan=1"

    isi = halaman(client, alamat)

    assert isi.index("Badan Keuangan</a>") < isi.index(f"{pohon.perangkat_daerah.nama}</a>")
    assert isi.count('role="img"') == 2
    assert f"/dasbor/{pohon.perangkat_daerah_id}/?tahun=2025&amp;triwulan=2" in isi
    assert 'class="kisi-sel biru"' in isi
    naik = halaman(client, f"{alamat}&urut=capaian")
    assert naik.index(f"{pohon.perangkat_daerah.nama}</a>") < naik.index(f"{lain.nama}</a>")


def test_who_sees_one_agency_goes_straight_to_it(client, kepala, dinas):
    client.force_login(kepala)

    assert client.get(reverse("dasbor")).url == reverse("dasbor-lembaga", args=[dinas.pk])
    assert "belum mempunyai cascading" in halaman(
        client, reverse("dasbor-lembaga", args=[dinas.pk])
    )


def test_the_ladder_of_who_may_look(client, dinas, perencana_lain, pohon):
    alamat = reverse("dasbor-lembaga", args=[dinas.pk])

    assert client.get(alamat).status_code == 302
    client.force_login(perencana_lain)
    assert client.get(alamat).status_code == 404
    for peran in (Peran.OPERATOR, Peran.PEJABAT, Peran.ADMIN_PD):
        client.force_login(buat_pengguna(f"u-{peran}", peran, di=dinas))
        assert client.get(alamat).status_code == 200
    assert client.get(f"{alamat}?kotak=999999").status_code == 404
    assert (
        client.get(f"{alamat}?tahun=abc&triwulan=9&kotak=x&jenjang=<&halaman=z").status_code == 200
    )
    assert client.post(alamat).status_code == 405


def test_higher_rooms_say_what_is_late(client, evaluator, dinas, pohon, monkeypatch):
    monkeypatch.setattr("kinerja.tertunda._DAFTAR", {})
    daftarkan("uji", lambda lembaga, tahun, hari: {dinas.pk: [Tertunda(f"Uji {tahun}", "/uji/")]})
    client.force_login(evaluator)

    for alamat in (reverse("dasbor"), reverse("dasbor-lembaga", args=[dinas.pk])):
        assert '<a href="/uji/">Uji 2025</a>' in halaman(client, f"{alamat}?tahun=2025")


def _banyak(pemda, oleh, berapa):
    for n in range(berapa):
        dinas = buat_dinas(pemda, nama=f"Dinas {n}", kode=f"9.{n:02}")
        pohon = buat_pohon(dinas, oleh)
        jalur = buat_jalur(pohon, oleh)
        for _ in range(2):
            ukur(pohon, buat_terukur(pohon, jalur, oleh), "20", oleh=oleh)
        langkah(pohon, "ajukan", oleh=oleh)


def test_the_number_of_queries_stays(client, evaluator, perencana, pohon, terukur):
    client.force_login(evaluator)
    alamat = [
        f"{reverse('dasbor')}?tahun=2025&triwulan=1",
        f"{reverse('dasbor-lembaga', args=[pohon.perangkat_daerah_id])}?tahun=2025&triwulan=1",
    ]
    for satu in alamat:
        halaman(client, satu)
    sedikit = [_query(client, satu) for satu in alamat]
    _banyak(pohon.perangkat_daerah.pemda, perencana, 3)

    assert [_query(client, satu) for satu in alamat] == sedikit
    assert max(sedikit) <= 15


def _query(client, alamat):
    with CaptureQueriesContext(
        connection,
    ) as tangkapan:
        halaman(client, alamat)
    return len(tangkapan)
