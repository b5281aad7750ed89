"""The demo's trees of conditions: what the sources print, tied to what serves them."""

from io import StringIO

import pytest
from django.core.management import call_command

from cascading.models import Tautan
from cascading.tautan_dokumen import pagu_tertaut, tautan_dokumen
from kinerja.aturan.terkait import pecah_terkait
from kinerja.contoh import orang
from kinerja.contoh.fakta import pohon_kinerja_2024
from kinerja.models import Pohon, Riwayat, Simpul
from kinerja.pilihan import JenisPohon, PeranKondisi
from laporan.naskah_diagram import PesananDiagram, naskah_diagram
from laporan.pdf.diagram import DokumenDiagram
from tests.factories import PADA
from tests.laporan.test_diagram_rencana import lengkap, semua_kotak

pytestmark = pytest.mark.django_db


@pytest.fixture
def demo():
    call_command("muat_contoh", stdout=StringIO())


def dokumen(kode, jenis=JenisPohon.POHON_KINERJA):
    return Pohon.objects.get(perangkat_daerah__kode=kode, jenis=jenis)


def cetak(pohon, tahun):
    naskah = naskah_diagram(PesananDiagram(pohon, tahun), pada=PADA.date())
    return naskah, DokumenDiagram.siapkan(naskah, "A3").halaman


def test_every_box_indicator_and_programme_line_of_2024_is_printed(demo):
    fakta = pohon_kinerja_2024()["kotak"]
    naskah, halaman = cetak(dokumen(orang.POHON_2024), 2024)
    kotak = {}  # two boxes say the same
    for k in semua_kotak(naskah):
        kotak.setdefault(k.judul, []).append([n for _, n in k.program])
    terbaca = " ".join(
        " ".join(b.teks for b in p.baris) for h in halaman for p in h.muatan.diagram.semua()
    )

    assert len(semua_kotak(naskah)) == len(fakta) == 15
    assert lengkap(naskah, halaman) == {k.id for k in semua_kotak(naskah)}
    baris = 0
    for satu in fakta:
        assert satu["kondisi"] in kotak
        assert "".join(satu["indikator"].split()) in "".join(terbaca.split())
        if "program" in satu:
            baris += 1
            assert satu["program"] in kotak[satu["kondisi"]]
    assert baris == 7


def test_one_sub_kegiatan_of_2024_serves_four_conditions(demo):
    pohon = dokumen(orang.POHON_2024)
    melayani = {}
    for uid, daftar in tautan_dokumen(pohon).milik.items():
        for s in daftar:
            melayani.setdefault(s.nama, set()).add(uid)

    assert sorted(len(k) for k in melayani.values()) == [1, 2, 4]
    assert len(melayani["Fasilitasi bantuan sosial kesejahteraan keluarga"]) == 4
    for s in pohon.simpul.exclude(program_terkait=[]):
        assert len(pecah_terkait(s.program_terkait[0])) == 3


def test_stage_four_has_68_conditions_tied_to_the_cascading_but_one(demo):
    pohon = dokumen(orang.DINAS)
    tautan = tautan_dokumen(pohon)
    kotak = list(Simpul.objects.tampak().filter(pohon=pohon).order_by("lft"))
    peran = [s.peran for s in kotak]

    assert len(kotak) == 68
    assert [peran.count(p) for p in PeranKondisi] == [1, 3, 20, 44]
    tanpa = [s for s in kotak if s.uid not in tautan.milik]
    assert [s.kinerja for s in tanpa] == [
        "Terlaksananya pengamanan Taman Makam Pahlawan Nasional Kab/Kota"
    ]
    pagu = pagu_tertaut(tautan, tahun=2025)
    assert pagu.jumlah == 6_670_249_993 == pagu.menurut[kotak[0].uid]
    assert tanpa[0].uid not in pagu.menurut
    naskah, halaman = cetak(pohon, 2025)
    assert lengkap(naskah, halaman) == {k.id for k in semua_kotak(naskah)}


def test_a_second_run_adds_no_link_and_brings_none_back(demo):
    satu = Tautan.objects.first()
    satu.delete()
    banyak, kejadian = Tautan.objects.count(), Riwayat.objects.count()

    call_command("muat_contoh", stdout=StringIO())

    assert (Tautan.objects.count(), Riwayat.objects.count()) == (banyak, kejadian)
