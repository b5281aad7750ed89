"""One indicator across cascading, IKU, agreements and realisation: what differs is marked."""

from decimal import Decimal

import pytest
from django.urls import reverse

from iku.models import DokumenIku
from kinerja.models import Indikator
from kinerja.pilihan import JenisPohon, Jenjang
from laporan.aturan.banding import Isi, Sumber, bandingkan, sama
from laporan.evaluasi.banding import banding_indikator
from laporan.models import Dokumen
from laporan.pilihan import JenisDokumen
from tests.factories import PADA, buat_pohon
from tests.kinerja.ukur_uji import buat_terukur, ukur
from tests.laporan.perjanjian_uji import disahkan


@pytest.fixture
def siapa(perencana):
    return {"oleh": perencana, "pada": PADA}


def baris(banding, jenis):
    return [b for b in banding.baris if b.sumber.jenis.startswith(jenis)]


def sel(satu, tahun):
    return next(s for s in satu.sel if s.tahun == tahun)


def test_an_agreement_that_says_something_else_is_marked(
    client, kantor, tunggu, kadis, pohon, siapa, evaluator
):
    indikator = Indikator.objects.filter(simpul=kantor.simpul["Program"]).first()
    disahkan(tunggu, kadis)
    pohon.ubah_indikator(indikator, {"satuan": "Jiwa"}, **siapa)
    pohon.isi_target(indikator, "777", tahun=2025, **siapa)
    indikator.refresh_from_db()

    hasil = banding_indikator(indikator)

    (janji,) = baris(hasil, "Perjanjian")
    assert janji.sumber.nama == "Kepala Bidang Rehabilitasi"
    assert sel(janji, 2025).tanda == "Berbeda dari Cascading: 777"
    assert sel(janji, 2025).isi.alamat == reverse("perjanjian", args=[tunggu.pk])
    assert janji.tanda == ("Satuannya berbeda dari “Jiwa”",)
    assert sel(janji, 2026).isi is None
    client.force_login(evaluator)
    halaman = client.get(reverse("evaluasi-banding", args=[indikator.pk])).content.decode()
    assert "2 perbedaan ditandai" in halaman
    assert "Berbeda dari Cascading: 777" in halaman


def test_the_same_words_elsewhere_and_the_realisation_stand_beside(
    pohon, jalur, dinas, perencana, siapa
):
    indikator = buat_terukur(pohon, jalur, perencana)
    lain = buat_pohon(dinas, perencana, JenisPohon.POHON_KINERJA)
    kotak = lain.tambah(induk=lain.akar(), jenjang=Jenjang.KONDISI, kinerja="Terlayani", **siapa)
    kembar = lain.tambah_indikator(kotak, teks="Jumlah orang yang terlayani", **siapa)
    lain.tambah_indikator(kotak, teks="Persentase anggaran terserap", **siapa)
    lain.isi_target(kembar, "100,0", tahun=2025, **siapa)
    lain.isi_target(kembar, "90", tahun=2026, **siapa)
    ukur(pohon, indikator, "20", oleh=perencana)
    ukur(pohon, indikator, "21", oleh=perencana, triwulan=2)

    hasil = banding_indikator(indikator)

    assert [b.sumber.jenis.split()[0] for b in hasil.baris] == ["Cascading", "Pohon", "Realisasi"]
    (mirip,) = baris(hasil, "Pohon")
    assert mirip.tanda == ("Bunyinya berbeda", "Satuannya berbeda dari “Orang”")
    assert sel(mirip, 2025).tanda == ""
    assert sel(mirip, 2026).isi.teks == "90"
    assert sel(mirip, 2026).tanda == ""  # nothing stands in the first row
    (nyata,) = baris(hasil, "Realisasi")
    assert sel(nyata, 2025).isi.teks == "41"
    assert sel(nyata, 2025).isi.keterangan == "s.d. Triwulan II, capaian 82 %"
    assert sel(nyata, 2025).tanda == "Di bawah target"


def test_an_iku_document_follows_its_cascading_until_it_is_frozen(
    pohon, jalur, dinas, perencana, siapa
):
    indikator = buat_terukur(pohon, jalur, perencana)
    pohon.ubah_indikator(indikator, {"utama": True}, **siapa)
    iku = DokumenIku.buat([pohon], perangkat_daerah=dinas, periode=pohon.periode, tahun=2025,
                          bulan=1, tahun_terbit=2025, **siapa)  # fmt: skip
    indikator.refresh_from_db()
    (draf,) = baris(banding_indikator(indikator), "IKU")
    assert draf.sumber.nama.endswith("mengikuti cascading")
    assert sel(draf, 2025).isi.teks == "100"

    cuplikan = {"isi": {"tahun": [2025, 2026], "iku": [{
        "uid": str(indikator.uid), "indikator": indikator.teks, "satuan": "Orang",
        "target": ["80", "100"]}]}}  # fmt: skip
    Dokumen.bekukan(cuplikan, kode=Dokumen.kode_baru(), jenis=JenisDokumen.IKU, asal=iku.pk,
                    perangkat_daerah=dinas, tahun=2025, judul="IKU", **siapa)  # fmt: skip
    (beku,) = baris(banding_indikator(indikator), "IKU")
    assert sel(beku, 2025).tanda == "Berbeda dari Cascading: 100"
    assert sel(beku, 2026).tanda == ""


def test_a_new_edition_keeps_the_approved_one_beside_it(pohon, jalur, perencana, siapa):
    indikator = buat_terukur(pohon, jalur, perencana)
    ukur(pohon, indikator, "25", oleh=perencana)
    type(pohon).objects.filter(pk=pohon.pk).update(status="DISETUJUI")
    pohon.refresh_from_db()
    baru = pohon.buka_perubahan(**siapa)
    kini = baru.indikator.get(uid=indikator.uid)
    baru.isi_target(kini, "150", tahun=2025, **siapa)

    hasil = banding_indikator(kini)

    kedua, pertama = baris(hasil, "Cascading")
    assert "edisi 2" in kedua.sumber.nama
    assert sel(pertama, 2025).tanda.endswith(": 150")
    assert len(baris(hasil, "Realisasi")) == 1


def test_who_may_not_read_and_a_fixed_number_of_queries(
    client, pohon, jalur, perencana, perencana_lain, evaluator, siapa,
    django_assert_max_num_queries,
):  # fmt: skip
    indikator = buat_terukur(pohon, jalur, perencana)
    for n in range(6):
        pohon.tambah_indikator(jalur["KEGIATAN"], teks="Jumlah orang terlayani", **siapa)
        pohon.tambah_indikator(jalur["SASARAN"], teks=f"Lain sama sekali {n}", **siapa)
    alamat = reverse("evaluasi-banding", args=[indikator.pk])
    assert client.get(alamat).status_code == 302
    client.force_login(perencana_lain)
    assert client.get(alamat).status_code == 404
    client.force_login(evaluator)
    with django_assert_max_num_queries(15):
        halaman = client.get(alamat).content.decode()
    assert halaman.count("Jumlah orang terlayani") >= 7
    rinci = client.get(reverse("simpul-rinci", args=[jalur["PROGRAM"].pk])).content.decode()
    assert alamat in rinci
    client.force_login(perencana)
    rinci = client.get(reverse("simpul-rinci", args=[jalur["PROGRAM"].pk])).content.decode()
    assert alamat not in rinci


# --- pure --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("a", "b", "jawab"),
    [
        ("93,50", "93,5", True), ("93,5", "93,6", False), ("0", "", False), ("BB", "bb", True),
        ("BB", "A", False), ("70 - 80", "70-80", True), ("70-80", "70-90", False),
        ("100", "100 %", True), ("", "", True),
    ],
)  # fmt: skip
def test_targets_are_compared_as_what_they_mean(a, b, jawab):
    assert sama(a, b) is jawab


def test_a_year_that_the_first_says_nothing_of_is_compared_with_the_next():
    def sumber(jenis, isi, **lain):
        return Sumber(jenis, "", "", "Teks", "%", {t: Isi(x) for t, x in isi.items()}, **lain)

    hasil = bandingkan([
        sumber("Satu", {2025: "", 2026: "5"}), sumber("Dua", {2025: "7"}),
        sumber("Tiga", {2025: "8", 2026: ""}),
        Sumber("Hasil", "", "", "", "%", {2025: Isi("9", capaian=Decimal(100))}, hasil=True),
    ])  # fmt: skip
    tanda = [[s.tanda for s in b.sel] for b in hasil.baris]
    assert tanda == [
        ["Belum diisi; Dua: 7", ""], ["", ""], ["Berbeda dari Dua: 7", "Belum diisi; Satu: 5"],
        ["", ""],
    ]  # fmt: skip
    assert (hasil.tahun, hasil.perbedaan) == ((2025, 2026), 3)
