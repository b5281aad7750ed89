"""What the workbook wrote stays beside a number that a person repaired."""

import pytest
from django.urls import reverse

from kinerja.impor import sesi as langkah
from kinerja.impor.bacaan import PilihanImpor
from kinerja.impor.perintah import Tujuan, muat
from kinerja.impor.terapkan import batalkan, terapkan
from kinerja.models import Pagu, Pohon, Riwayat, Target
from tests.factories import PADA, buat_periode
from tests.kinerja.impor_uji import KECIL, KOTIM, LEMBAR, buku, mulai, putuskan_semua

SALAH = (*KECIL[:2], (*KECIL[2][:3], "5o", "Paket", "10.000.0000"), KECIL[3])
SEL_TARGET, SEL_PAGU = "Renja!D6", "Renja!F6"


@pytest.fixture
def siapa(perencana):
    return {"oleh": perencana, "pada": PADA}


@pytest.fixture
def sesi(dinas, perencana):
    """Target "5o" read as text and replaced by hand, pagu repaired as proposed."""
    sesi = mulai(dinas, perencana, buku(*SALAH))
    langkah.putuskan(sesi, alamat=SEL_TARGET, aksi="ISI", nilai="50")
    langkah.putuskan(sesi, alamat=SEL_PAGU, aksi="ISI", nilai="10.000.000")
    return sesi


def pagu():
    return Pagu.objects.get(nilai=10_000_000)


def test_source_and_reason_go_along(sesi, siapa):
    terapkan(sesi, **siapa)

    assert pagu().asal == "10.000.0000"
    assert pagu().perbaikan.startswith("tertulis di berkas “10.000.0000”, diperbaiki karena ")
    target = Target.objects.exclude(asal="").get()
    assert (target.mentah, target.perbaikan) == (
        "50",
        "tertulis di berkas “5o”, diperbaiki saat impor",
    )
    assert not Pagu.objects.exclude(pk=pagu().pk).exclude(asal="").exists()


def test_the_drawer_says_both(sesi, siapa, client, perencana):
    terapkan(sesi, **siapa)
    client.force_login(perencana)

    html = client.get(reverse("simpul-rinci", args=[pagu().simpul_id]), {"tahun": 2025})

    teks = html.content.decode()
    assert "Target 2025: tertulis di berkas “5o”, diperbaiki saat impor" in teks
    assert f'<span class="asal">{pagu().perbaikan}</span>' in teks


def test_typed_anew_the_old_source_is_forgotten_and_undo_brings_it_back(sesi, siapa):
    terapkan(sesi, **siapa)
    pohon, lama = Pohon.objects.get(), pagu()

    assert pohon.isi_pagu(lama.simpul, "10000000", tahun=2025, **siapa) is not None
    assert pagu().asal == pagu().alasan == ""

    pohon.batalkan(Riwayat.objects.filter(pohon=pohon).latest("nomor"), **siapa)
    assert (pagu().asal, pagu().alasan) == (lama.asal, lama.alasan)
    assert pohon.isi_pagu(lama.simpul, lama.mentah, tahun=2025, **siapa) is None


def test_the_repaired_workbook_again_changes_nothing(dinas, perencana, sesi, siapa):
    terapkan(sesi, **siapa)

    lagi = mulai(dinas, perencana, buku(*SALAH), pohon=Pohon.objects.get())
    for alamat, nilai in sesi.koreksi.items():
        langkah.putuskan(lagi, alamat=alamat, aksi="ISI", nilai=nilai)

    assert lagi.rencana["ringkasan"]["perubahan"] == 0


def test_another_workbook_replaces_value_and_source(dinas, perencana, sesi, siapa):
    terapkan(sesi, **siapa)
    baru = (*SALAH[:2], (*KECIL[2][:5], "11.000.000"), KECIL[3])

    lagi = mulai(dinas, perencana, buku(*baru), pohon=Pohon.objects.get())
    terapkan(lagi, **siapa)

    assert Pagu.objects.get(nilai=11_000_000).asal == ""
    assert not Target.objects.exclude(asal="").exists()


def test_one_click_undoes_an_import_with_repairs_and_another_restores_it(dinas, perencana, siapa):
    sesi = mulai(dinas, perencana)
    putuskan_semua(sesi)
    terapkan(sesi, **siapa)
    sebelum = list(Pagu.objects.order_by("pk").values_list("mentah", "asal", "alasan"))

    batalkan(sesi, **siapa)
    assert not Pagu.objects.exists()
    sesi.pohon.batalkan(Riwayat.objects.filter(pohon=sesi.pohon).latest("nomor"), **siapa)

    assert list(Pagu.objects.order_by("pk").values_list("mentah", "asal", "alasan")) == sebelum


@pytest.mark.parametrize("usul", [True, False])
def test_the_command_keeps_them_as_well(dinas, perencana, usul):
    koreksi = {} if usul else {f"{LEMBAR}!H43": "32.400.000", "H62": "13.298.000"}
    tujuan = Tujuan(None, dinas, buat_periode())

    muat(
        KOTIM, PilihanImpor(koreksi=koreksi), tujuan, oleh=perencana.username, pada=PADA, usul=usul
    )

    diperbaiki = Pagu.objects.get(asal="13.2918.000")
    assert diperbaiki.nilai == 13_298_000
    assert bool(diperbaiki.alasan) == usul
