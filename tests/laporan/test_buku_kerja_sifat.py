"""What holds for any document: out and in changes nothing, edited it says exactly the edits."""

import io
from itertools import cycle
from types import SimpleNamespace

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kinerja.aturan.angka import baca_rupiah, baca_target
from kinerja.impor.bacakan import baca_berkas
from kinerja.impor.potret import Potret
from kinerja.impor.rencana import PilihanRencana, susun
from kinerja.models.pengisian import isi_nilai, isi_rupiah
from kinerja.models.perubahan import bawaan
from kinerja.models.susunan import BAWAAN
from kinerja.pilihan import JenisPohon, MaksudImpor
from laporan.ekspor.buku_kerja import tulis_buku
from tests.factories import PADA
from tests.kinerja.pohon_acak import LEVEL, hutan
from tests.laporan.buku_kerja_uji import Sunting

pytestmark = pytest.mark.lambat

POHON = SimpleNamespace(
    jenis=JenisPohon.CASCADING,
    sebutan="Cascading",
    perangkat_daerah="Dinas Sosial",
    periode=SimpleNamespace(
        daftar_tahun=lambda: [2025, 2026], tahun_baseline=[2024], __str__=lambda _: "Renstra"
    ),
    diubah_pada=PADA,
    get_status_display=lambda: "Draf",
)
# Texts that files and formats like to spoil; openpyxl, which edits here, spoils the escaped one.
ANEH = (
    *("=1+1", "+62", "-", "'kutip", " tepi ", "dua\nbaris", "a&b<c>", "1e5", "TRUE", "01.02"),
    *("93,50", "\u00a0", "ＡＢ", "20/1/2025", "é", "😀"),
)
JUMLAH = st.sampled_from(["32.400.000", "0", "Rp 5.000.000,00", "5.000.0000", "7500000"])


NAMA = {
    "penugasan": {1: "Kepala  Bidang", 2: "Kepala Bidang", 3: "Sekretaris"},
    "pengampu": {7: "Dinas Sosial", 8: "Dinas Kesehatan"},
    "label": {5: "SPM: Sosial"},
}


def ikat(hasil, uid):
    """Some boxes have positions in each part, agencies, a label: by their place."""
    n = len(hasil.simpul)
    for pk, peran in ((1, "PENANGGUNG_JAWAB"), (2, "PELAKSANA"), (3, "PENDUKUNG")):
        if n % (pk + 1) == 0:
            hasil.baris["penugasan"][uid, pk] = {"peran": peran}
    if n % 3 == 0:
        hasil.baris["pengampu"] |= {(uid, 7): {}, (uid, 8): {}}
        hasil.baris["label"][uid, 5] = {}


def potret(daftar, aneh, uang):
    """A document in memory: its boxes from a random forest, odd texts strewn in."""
    hasil = Potret(jenis=JenisPohon.CASCADING, akar="akar", versi=3, nama=NAMA)

    def taruh(s, induk, dalam):
        uid = f"00000000-0000-4000-8000-{len(hasil.simpul):012}"
        teks = next(aneh)
        hasil.simpul[uid] = BAWAAN | {
            "jenjang": LEVEL[dalam].upper(), "induk": induk, "nama": s.nama, "kinerja": s.kinerja,
            "nomor": teks, "lokasi": teks, "tahun_mulai": 2025 if dalam else None,
        }  # fmt: skip
        hasil.anak[induk].append(uid)
        hasil.anak[uid] = []
        isi = bawaan("indikator") | {"simpul": uid, "urutan": 1, "teks": s.indikator,
                                     "satuan": s.satuan, "definisi": teks}  # fmt: skip
        ukuran = uid.replace("4000", "4001")
        hasil.indikator[uid] = [(ukuran, isi)]
        nilai = isi_nilai(baca_target(str(s.target), satuan=s.satuan).nilai)
        hasil.baris["target"][ukuran, 2025, 0, "MURNI"] = nilai
        jenis = "pagu" if dalam == 2 else "klaim"
        rupiah = isi_rupiah(baca_rupiah(next(uang)).nilai)
        hasil.baris[jenis][uid, 2025, "MURNI", "" if dalam == 2 else "PAGU"] = rupiah
        hasil.versi_baris |= {uid: 1, ukuran: 1}
        ikat(hasil, uid)
        for anak in s.anak:
            taruh(anak, uid, dalam + 1)

    for s in daftar:
        taruh(s, "akar", 0)
    return hasil


def dokumen(*aneh):
    """Documents as functions: a plan uses one up."""
    return st.builds(
        lambda daftar, teks, uang: lambda: potret(daftar, cycle(teks), cycle(uang)),
        hutan(),
        st.lists(st.sampled_from(aneh), min_size=1, max_size=9),
        st.lists(JUMLAH, min_size=1, max_size=5),
    )


def bandingkan(tmp, isi, dok, maksud=MaksudImpor.PERBARUI):
    jalur = tmp / "buku.xlsx"
    jalur.write_bytes(isi)
    hasil = baca_berkas(jalur, jalur.name)
    return hasil, susun(hasil, dok, PilihanRencana(benih="acak", maksud=maksud))


@settings(max_examples=12)
@given(dok=dokumen(*ANEH, "_x0041_"), maksud=st.sampled_from(list(MaksudImpor)))
def test_out_and_in_changes_nothing(tmp_path_factory, dok, maksud):
    isi = tulis_buku(POHON, dok())

    hasil, rencana = bandingkan(tmp_path_factory.mktemp("buku"), isi, dok(), maksud)

    assert (hasil.temuan, rencana.temuan, rencana.perubahan, rencana.hilang) == ([], [], [], [])


@settings(max_examples=12)
@given(dok=dokumen(*ANEH), data=st.data())
def test_edited_it_says_exactly_the_edits(tmp_path_factory, dok, data):
    buku = Sunting(tulis_buku(POHON, dok()))
    baris = range(3, buku.buku["Pohon"].max_row + 1)
    dipilih = data.draw(st.lists(st.sampled_from(baris), unique=True, max_size=4))
    kolom = buku.kolom("Pohon")
    harapan = {}
    for r in dipilih:
        uid = buku.buku["Pohon"].cell(r, kolom["uid"]).value
        harapan[uid] = f"Nama lain {r}"
        buku.ubah("Pohon", r, nama=harapan[uid])

    _, rencana = bandingkan(tmp_path_factory.mktemp("buku"), buku.byte(), dok())

    assert {p.kunci[0]: p.sesudah for p in rencana.perubahan} == {
        uid: {"nama": nama} for uid, nama in harapan.items()
    }
    assert {b.uid: [x.baru for x in b.beda] for b in rencana.baris if b.nasib != "SAMA"} == {
        uid: [nama] for uid, nama in harapan.items()
    }


@settings(max_examples=10)
@given(dok=dokumen(*ANEH), benih=st.randoms())
def test_sorted_anyhow_the_sheets_say_the_same_numbers(tmp_path_factory, dok, benih):
    buku = Sunting(tulis_buku(POHON, dok()))
    for lembar in ("Target", "Anggaran"):
        acak(buku.buku[lembar], benih)

    _, rencana = bandingkan(tmp_path_factory.mktemp("buku"), buku.byte(), dok())

    assert (rencana.perubahan, rencana.temuan) == ([], [])


def acak(lembar, benih):
    isi = [[sel.value for sel in baris] for baris in lembar.iter_rows(min_row=3)]
    benih.shuffle(isi)
    for r, baris in enumerate(isi, start=3):
        for c, nilai in enumerate(baris, start=1):
            lembar.cell(r, c).value = nilai


def test_the_kit_opens_what_the_writer_writes():
    kosong = Potret(jenis=JenisPohon.CASCADING, akar="akar")

    assert openpyxl.load_workbook(io.BytesIO(tulis_buku(POHON, kosong))).sheetnames[0] == "Pohon"
