"""Targets of quarters: the rule that compares them with the year, the form, the drawer, Q11."""

from decimal import Decimal

import pytest
from django.urls import reverse

from kinerja.aturan.triwulan import beda_triwulan
from kinerja.lembar_pohon import catatan_simpul
from kinerja.models import Baseline, Riwayat, Tahap, Target
from kinerja.pilihan import Agregasi, Jenjang, StatusPohon
from tests.factories import PADA
from tests.kinerja.formulir_uji import isian, kirim

# --- the rule ----------------------------------------------------------------------------------


def beda(agregasi, setahun, *triwulan) -> str:
    nilai = {n: Decimal(t) for n, t in enumerate(triwulan, start=1) if t}
    return beda_triwulan(agregasi, Decimal(setahun), nilai)


@pytest.mark.parametrize(
    ("agregasi", "setahun", "triwulan"),
    [
        (Agregasi.AKHIR, "90", ("20", "50", "70", "90")),
        (Agregasi.AKHIR, "90", ("20", "50", "", "")),
        (Agregasi.JUMLAH, "100", ("10", "20", "30", "40")),
        (Agregasi.JUMLAH, "100", ("25", "50", "75", "100")),
        (Agregasi.JUMLAH, "100", ("25", "50", "75", "")),
        (Agregasi.JUMLAH, "0", ("0", "0", "0", "0")),
        (Agregasi.RATA_RATA, "82", ("81", "82", "82", "83")),
        (Agregasi.RATA_RATA, "81.7", ("81", "82", "82", "81.67")),
        (Agregasi.RATA_RATA, "82", ("81", "", "", "")),
    ],
)
def test_quarters_that_agree_or_cannot_be_judged_yet_say_nothing(agregasi, setahun, triwulan):
    assert beda(agregasi, setahun, *triwulan) == ""


@pytest.mark.parametrize(
    ("agregasi", "setahun", "triwulan", "kata"),
    [
        (Agregasi.AKHIR, "90", ("", "", "", "80"), "target triwulan IV 80, target setahun 90"),
        (Agregasi.JUMLAH, "1000", ("10", "20", "30", "50"), "keempat triwulan 110, target setahun"),
        (Agregasi.JUMLAH, "1000", ("10", "20", "30", "50"), "target setahun 1.000;"),
        (Agregasi.JUMLAH, "100", ("75", "50", "25", "100"), "keempat triwulan 250"),
        (Agregasi.RATA_RATA, "90", ("80", "82", "84", "81"), "keempat triwulan 81,75"),
    ],
)  # fmt: skip
def test_quarters_that_do_not_are_told_with_both_numbers(agregasi, setahun, triwulan, kata):
    pesan = beda(agregasi, setahun, *triwulan)

    assert kata in pesan
    assert pesan.endswith("cara menghitung setahunnya.")


# --- the form and the pages --------------------------------------------------------------------


@pytest.fixture
def siapa(perencana):
    return {"oleh": perencana, "pada": PADA}


@pytest.fixture
def indikator(pohon, jalur, siapa):
    baru = pohon.tambah_indikator(
        jalur[Jenjang.SUB_KEGIATAN], teks="Jumlah orang", satuan="Orang", agregasi="JUMLAH", **siapa
    )
    pohon.isi_target(baru, "100", tahun=2025, **siapa)
    return baru


@pytest.fixture
def masuk(client, perencana):
    client.force_login(perencana)
    return client


@pytest.fixture
def alamat(indikator):
    return reverse("simpul-ubah", args=[indikator.simpul_id]) + "?tahun=2025"


def medan(indikator, **isi) -> dict[str, str]:
    return {f"i{indikator.pk}-{nama}": nilai for nama, nilai in isi.items()}


def triwulan(indikator) -> dict[int, str]:
    daftar = Target.objects.filter(indikator=indikator, tahun=2025).exclude(triwulan=0)
    return dict(daftar.values_list("triwulan", "mentah"))


def test_quarters_are_typed_beside_the_year_and_recorded(masuk, alamat, indikator, pohon):
    response = kirim(masuk, alamat, **medan(indikator, target_2025_1="10", target_2025_4="40,5"))

    assert response.status_code == 302
    assert triwulan(indikator) == {1: "10", 4: "40,5"}
    ringkasan = Riwayat.objects.filter(pohon=pohon).latest("nomor").ringkasan
    assert ringkasan == "Target 2025 triwulan IV “Jumlah orang” diisi"


def test_an_untouched_quarter_is_not_written_again(masuk, alamat, indikator, pohon, siapa):
    pohon.isi_target(indikator, "10", tahun=2025, triwulan=1, **siapa)
    pohon.isi_baseline(indikator, "7", tahun=2024, **siapa)

    response = kirim(masuk, alamat)

    versi = pohon.versi
    pohon.refresh_from_db()
    assert response.status_code == 302
    assert pohon.versi == versi


def test_a_quarter_that_cannot_be_read_is_refused(masuk, alamat, indikator):
    response = kirim(masuk, alamat, **medan(indikator, target_2025_2="1.2.3,4,5"))

    assert response.status_code == 422
    assert "Triwulan II" in response.content.decode()
    assert triwulan(indikator) == {}


def test_a_quarter_that_a_colleague_changed_first_shows_both(
    masuk, alamat, indikator, pohon, siapa
):
    terlihat = isian(masuk.get(alamat))
    pohon.isi_target(indikator, "11", tahun=2025, triwulan=1, **siapa)

    response = masuk.post(alamat, terlihat | medan(indikator, target_2025_1="12"))

    assert response.status_code == 409
    assert "“11”" in response.content.decode()
    assert triwulan(indikator) == {1: "11"}


def test_a_later_stage_starts_from_the_quarters_in_force(
    masuk, dinas, alamat, indikator, pohon, siapa
):
    pohon.isi_target(indikator, "10", tahun=2025, triwulan=1, **siapa)
    Tahap.objects.create(perangkat_daerah=dinas, tahun=2025, urutan=2, kode="P1", nama="Perubahan")

    assert isian(masuk.get(alamat))[f"i{indikator.pk}-target_2025_1"] == "10"
    kirim(masuk, alamat, **medan(indikator, target_2025_1="15"))

    milik = Target.objects.filter(indikator=indikator, triwulan=1)
    assert sorted(milik.values_list("tahap__kode", "mentah")) == [("MURNI", "10"), ("P1", "15")]


def test_the_start_and_the_kind_of_value_are_typed_in_the_form(masuk, alamat, indikator):
    isi = medan(indikator, awal_2024="88,5", jenis_nilai="RENTANG", agregasi="RATA_RATA")

    assert kirim(masuk, alamat, **isi).status_code == 302

    indikator.refresh_from_db()
    assert (indikator.jenis_nilai, indikator.agregasi) == ("RENTANG", "RATA_RATA")
    assert Baseline.objects.get(indikator=indikator).nilai == Decimal("88.5")


def test_start_years_are_those_of_the_periode_and_those_that_hold_a_value(
    masuk, alamat, indikator, pohon, siapa
):
    type(pohon.periode).objects.update(tahun_baseline=[2023])
    pohon.isi_baseline(indikator, "7", tahun=2022, **siapa)

    nama = {n.rpartition("-")[2] for n in isian(masuk.get(alamat)) if "-awal_" in n}

    assert nama == {"awal_2022", "awal_2023"}


def test_an_approved_document_takes_quarters_and_no_start(masuk, alamat, indikator, pohon):
    type(pohon).objects.filter(pk=pohon.pk).update(status=StatusPohon.DISETUJUI)

    kirim(masuk, alamat, **medan(indikator, target_2025_1="10", awal_2024="5"))

    assert triwulan(indikator) == {1: "10"}
    assert not Baseline.objects.exists()


def test_quarters_that_do_not_add_up_are_a_finding_of_that_year(indikator, pohon, siapa):
    for tw, teks in enumerate(("10", "20", "30", "50"), start=1):
        pohon.isi_target(indikator, teks, tahun=2025, triwulan=tw, **siapa)
    uid = str(indikator.simpul.uid)

    (temuan,) = (t for t in catatan_simpul(pohon, 2025)[uid].temuan if t.kode == "Q11")

    assert temuan.pesan.startswith("“Jumlah orang” 2025: jumlah target keempat triwulan 110")
    assert "Q11" not in catatan_simpul(pohon, 2026)[uid].kode


def test_a_row_drawn_anew_knows_the_finding_too(masuk, indikator, pohon, siapa):
    pohon.ubah_indikator(indikator, {"agregasi": "AKHIR"}, **siapa)
    pohon.isi_target(indikator, "80", tahun=2025, triwulan=4, **siapa)
    alamat = reverse("pohon-kabar", args=[pohon.pk])
    tanya = {"sejak": pohon.versi, "kepala": pohon.versi, "tahun": 2025}

    isi = masuk.get(alamat, tanya | {"kotak": indikator.simpul_id}, headers={
        "X-Requested-With": "fetch"}).json()  # fmt: skip

    assert "Q11" in isi["baris"][str(indikator.simpul_id)]


def test_the_drawer_shows_quarters_and_the_whole_reference(masuk, indikator, pohon, siapa):
    pohon.isi_target(indikator, "12,5", tahun=2025, triwulan=2, **siapa)
    pohon.ubah_indikator(
        indikator, {"formulasi": ["a ÷ b", "× 100"], "penanggung_jawab": "Bidang"}, **siapa
    )

    html = masuk.get(
        reverse("simpul-rinci", args=[indikator.simpul_id]), {"tahun": 2025}
    ).content.decode()

    assert '<td class="n">12,5</td>' in html
    for kata in ("Triwulan II", "Dijumlahkan", "Makin tinggi makin baik", "Tahunan", "Angka",
                 "a ÷ b<br>× 100", "Bidang"):  # fmt: skip
        assert kata in html
