"""What holds for any workbook: applied once it is said, undone it was never there."""

from itertools import count

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kinerja.impor.potret import potret
from kinerja.impor.rencana import PilihanRencana, susun
from kinerja.models import Simpul
from kinerja.models.pemeriksaan import periksa_susunan
from tests import factories
from tests.kinerja.buku_uji import baris, buku, ukuran

NOMOR = count()
# Few letters, so that names repeat and resemble each other.
nama = st.text(alphabet="abc ", min_size=1, max_size=9).map(lambda t: f"X{t.strip()}")
pagu = st.sampled_from(["", "0", "1.000.000", "1.000.0000", "271.000", "5000000"])
target = st.sampled_from(["", "55", "93,59", "70,1-70,5", "BB", "n/a", "0,12345678"])
indikator = st.builds(
    lambda teks, nilai: ukuran(teks, nilai, satuan="Orang"), st.sampled_from(["", "A", "B"]), target
)
isi = st.fixed_dictionaries(
    {
        "pagu": pagu,
        "kode": st.sampled_from(["", "", "K1", "K2", "K3"]),
        "kinerja": st.sampled_from(["", "Terwujudnya"]),
        "indikator": st.lists(indikator, max_size=3),
    }
)
cabang = st.lists(st.tuples(nama, isi, st.lists(st.tuples(nama, isi), max_size=3)), max_size=3)
pohon_acak = st.lists(st.tuples(nama, isi, cabang), min_size=1, max_size=4)
AWET = settings(
    max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture]
)  # fmt: skip


def jadi_buku(program):
    """The drawn tree as rows; a kode is used once, for it must be unique under its parent."""
    deret, kode = [], set()

    def tambah(no, nama, isi):
        milik = dict(isi)
        if milik["kode"] in kode:
            milik["kode"] = ""
        kode.add(milik["kode"])
        deret.append(baris(no, nama, ke=8 + len(deret), **milik))

    for p, (nama_p, isi_p, kegiatan) in enumerate(program, start=1):
        tambah(f"{p}", nama_p, isi_p)
        for k, (nama_k, isi_k, sub) in enumerate(kegiatan, start=1):
            tambah(f"{p}.{k}", nama_k, isi_k)
            for s, (nama_s, isi_s) in enumerate(sub, start=1):
                tambah(f"{p}.{k}.{s}", nama_s, isi_s)
    return buku(*deret)


def muat(pohon, hasil, perencana):
    """Apply with every question answered: another box."""
    rencana = rencanakan(pohon, hasil)
    riwayat = pohon.muat(rencana.perubahan, oleh=perencana, pada=factories.PADA, ringkasan="Impor")
    assert periksa_susunan(pohon) == []
    return riwayat


def rencanakan(pohon, hasil):
    semua_baru = {f"RENJA!C{ke}": "BARU" for ke in range(8, 80)}
    pilihan = PilihanRencana(benih=f"acak {next(NOMOR)}", keputusan=semua_baru)
    return susun(hasil, potret(pohon), pilihan)


def cetak(pohon) -> list[tuple]:
    """The document as rows that ignore keys: place, texts, indicators, money."""
    return [
        (
            s.level, s.nama, s.kode, s.kinerja,
            list(s.indikator.order_by("urutan").values_list("teks", "target__mentah")),
            list(s.pagu.values_list("mentah", "nilai")),
            list(s.klaim_pagu.values_list("mentah", "nilai")),
        )
        for s in Simpul.objects.filter(pohon=pohon).order_by("lft")
    ]  # fmt: skip


@AWET
@given(pohon_acak)
def test_a_workbook_applied_says_nothing_more(dinas, perencana, program):
    pohon = factories.buat_pohon(dinas, perencana, judul=f"acak {next(NOMOR)}")
    kosong = cetak(pohon)

    riwayat = muat(pohon, jadi_buku(program), perencana)

    assert [s[1] for s in cetak(pohon)[1:]] == [b.nama for b in jadi_buku(program).tabel[0].simpul]
    assert rencanakan(pohon, jadi_buku(program)).perubahan == []
    pohon.batalkan(riwayat, oleh=perencana, pada=factories.PADA)
    assert cetak(pohon) == kosong


@AWET
@given(pohon_acak, pohon_acak)
def test_another_workbook_on_top_is_applied_and_undone_to_the_first(
    dinas, perencana, pertama, kedua
):
    pohon = factories.buat_pohon(dinas, perencana, judul=f"acak {next(NOMOR)}")
    muat(pohon, jadi_buku(pertama), perencana)
    semula = cetak(pohon)

    riwayat = muat(pohon, jadi_buku(kedua), perencana)

    if riwayat is not None:
        pohon.batalkan(riwayat, oleh=perencana, pada=factories.PADA)
    assert cetak(pohon) == semula
    assert periksa_susunan(pohon) == []
