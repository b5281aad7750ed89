"""Tree rows as HTML: everything typed is escaped, sums and claims stand where they belong."""

import re
from html.parser import HTMLParser

import pytest

from kinerja.aturan.anggaran import Jumlah
from kinerja.aturan.isi import IsiPagu
from kinerja.baris import render_kelompok, render_kepala, render_simpul
from kinerja.pilihan import Jenjang
from tests.kinerja.isi_uji import indikator, kolom, simpul

JAHAT = '<img src=x onerror="1">&\'"'


def sel(html: str, kelas: str) -> str:
    """The inside of the first cell with this class."""
    cocok = re.search(rf'<td role="\w+" class="(?:n )?{kelas}[^"]*"[^>]*>(.*?)</td>', html, re.S)
    assert cocok is not None, f"no cell {kelas}"
    return cocok[1]


class Penghitung(HTMLParser):
    def __init__(self):
        super().__init__()
        self.buka: list[str] = []
        self.tag: dict[str, int] = {}

    def handle_starttag(self, tag, attrs):
        self.tag[tag] = self.tag.get(tag, 0) + 1
        self.buka.append(tag)

    def handle_endtag(self, tag):
        assert self.buka.pop() == tag


@pytest.mark.parametrize("medan", ["kode", "nomor", "nama", "kinerja", "unit"])
def test_every_text_of_a_box_is_escaped(medan):
    html = render_simpul(simpul(1, **{medan: JAHAT}), kolom())

    assert "<img" not in html
    assert "&lt;img" in html


def test_every_text_of_an_indicator_and_an_amount_is_escaped():
    isi = {
        "indikator": [indikator(1, JAHAT, satuan=JAHAT, target={2025: JAHAT})],
        "pagu": [IsiPagu(JAHAT, None)],
        "klaim": IsiPagu(JAHAT, None),
    }

    html = render_simpul(simpul(1, **isi), kolom())

    assert "<img" not in html
    assert html.count("&lt;img") == 5


def test_a_row_is_well_formed_and_has_a_cell_per_column():
    hitung = Penghitung()

    hitung.feed(render_simpul(simpul(1, indikator=[indikator(1), indikator(2)]), kolom()))

    assert hitung.buka == []
    assert hitung.tag["tr"] == 2
    assert hitung.tag["td"] == 2 * (4 + 3 + 1)


def test_the_head_marks_the_chosen_year():
    html = render_kepala(kolom(tahun=2026))

    assert re.findall(r'class="n ini">(?:<small>Target</small>)?(\d+)', html) == ["2026"]
    assert "<small>Pagu (Rp)</small>2026" in html


def test_further_indicators_follow_their_box():
    html = render_simpul(simpul(7, indikator=[indikator(1), indikator(2, "Lama layanan")]), kolom())

    baris = html.split("<tr ")[2]
    assert 'class="lanjutan' in baris
    assert "Indikator 2 dari 2" in baris
    assert "Lama layanan" in baris


def test_an_empty_target_of_the_chosen_year_asks_to_be_filled():
    kosong = simpul(1, indikator=[indikator(1, target={2026: "60"})])

    html = render_simpul(kosong, kolom(disusun={1}))

    assert 'class="n ini kurang" data-l="2025"><i>isi</i>' in html
    assert 'class="n" data-l="2026">60</td>' in html
    assert 'class="n" data-l="2027"></td>' in html


def test_readers_are_not_asked_to_fill():
    html = render_simpul(simpul(1, indikator=[indikator(1, target={})]), kolom())

    assert "<i>isi</i>" not in html
    assert "<i>kosong</i>" in html


def test_a_differing_claim_stands_below_the_sum():
    kegiatan = simpul(
        1, Jenjang.KEGIATAN, klaim=IsiPagu("266.749.630", 266_749_630), ada_pagu=True,
        jumlah=Jumlah(537_478_630, 0, 0, 266_749_630, False),
    )  # fmt: skip

    pagu = sel(render_simpul(kegiatan, kolom()), "pagu")

    assert pagu == (
        '<span class="v">537.478.630</span><span class="beda">tertulis 266.749.630</span>'
    )


def test_a_claim_that_agrees_is_not_repeated():
    kegiatan = simpul(
        1, Jenjang.KEGIATAN, klaim=IsiPagu("1.000", 1000), ada_pagu=True,
        jumlah=Jumlah(1000, 0, 0, 1000, True),
    )  # fmt: skip

    assert sel(render_simpul(kegiatan, kolom()), "pagu") == '<span class="v">1.000</span>'


def test_an_unreadable_amount_is_shown_as_typed():
    rusak = simpul(1, pagu=[IsiPagu("13.2918.000", None)], jumlah=Jumlah(0, 1, 0))

    pagu = sel(render_simpul(rusak, kolom()), "pagu")

    assert pagu == '<span class="beda">13.2918.000 tidak terbaca</span>'


def test_a_sum_says_how_many_amounts_it_lacks():
    kegiatan = simpul(1, Jenjang.KEGIATAN, ada_pagu=True, jumlah=Jumlah(5000, 2, 0))

    pagu = sel(render_simpul(kegiatan, kolom()), "pagu")

    assert '<span class="v">5.000</span>' in pagu
    assert '<span class="beda">2 tidak terbaca</span>' in pagu


def test_zero_is_a_value_and_no_money_is_not_zero():
    nol = simpul(1, pagu=[IsiPagu("0", 0)], jumlah=Jumlah(0, 0, 0))
    tanpa = simpul(2, Jenjang.SASARAN)
    kosong = simpul(3, pagu=[], ada_pagu=False)

    assert sel(render_simpul(nol, kolom()), "pagu") == '<span class="v">0</span>'
    assert sel(render_simpul(tanpa, kolom()), "pagu") == ""
    assert "kurang" in render_simpul(kosong, kolom())


def test_rows_carry_level_state_and_findings():
    html = render_simpul(
        simpul(9, Jenjang.PROGRAM, tingkat=3, jumlah_anak=2), kolom(), ["Q12", "PAGU_KOSONG"]
    )

    assert '<tr role="row" id="s9" class="lvl-3 j-program" aria-level="3" data-j="1"' in html
    assert 'aria-expanded="true"' in html
    assert 'data-t="Q12 PAGU_KOSONG"' in html


def test_a_leaf_cannot_be_opened():
    assert "aria-expanded" not in render_simpul(simpul(1), kolom())


def test_conditions_open_by_depth():
    assert 'data-j="4"' in render_simpul(simpul(1, Jenjang.KONDISI, tingkat=4), kolom())


@pytest.mark.parametrize(("banyak", "kelompok"), [(1, 1), (40, 1), (41, 2), (3000, 75)])
def test_rows_stand_in_groups_of_forty(banyak, kelompok):
    hasil = render_kelompok([simpul(n) for n in range(banyak)], kolom(), {})

    assert len(hasil) == kelompok
    assert max(h.count("<tr ") for h in hasil) <= 40
    assert sum(h.count("<tr ") for h in hasil) == banyak


def test_a_box_is_never_cut_from_its_further_indicators():
    gemuk = [simpul(n, indikator=[indikator(i) for i in range(7)]) for n in range(30)]

    for kelompok in render_kelompok(gemuk, kolom(), {}):
        assert not kelompok.split("<tr ", 2)[1].startswith('role="row" class="lanjutan')


def sunting(simpul_) -> str:
    return render_simpul(simpul_, kolom(disusun={simpul_.id}))


def test_the_editor_is_told_whose_cells_these_are_and_readers_are_not():
    isi = {"indikator": [indikator(4), indikator(9)], "kode": "1.2", "nomor": "3"}

    assert re.findall(r'data-i="(\d+)"', sunting(simpul(1, **isi))) == ["4", "9"]
    assert 'data-nomor="3">1.2<' in sunting(simpul(1, **isi))
    baca = render_simpul(simpul(1, **isi), kolom())
    assert not re.search(r"data-(i|f|m|nomor)=", baca)


def test_the_editor_knows_which_field_a_cell_shows():
    tujuan = sunting(simpul(1, Jenjang.TUJUAN, nama="", kinerja="Sejahtera", nomor="1"))

    assert 'class="kode" data-f="nomor">1<' in tujuan
    assert 'class="uraian" data-f="kinerja"' in tujuan
    assert 'class="kode">' in sunting(simpul(2))


def test_a_value_printed_otherwise_than_typed_carries_its_text():
    satu = indikator(1, target={2025: "55", 2026: "60"}, tertulis={2026: "60,00 Orang"})

    html = sunting(simpul(1, indikator=[satu]))

    assert 'data-l="2025">55<' in html
    assert 'data-l="2026" data-m="60,00 Orang">60<' in html


@pytest.mark.parametrize(
    ("isi", "tanda"),
    [
        ({"pagu": [IsiPagu("1.000", 1000)]}, 'pagu" data-f="pagu">'),
        ({"pagu": [IsiPagu("Rp1000", 1000, "APBD")]}, 'data-m="Rp1000" data-s="APBD"'),
        ({"pagu": [IsiPagu("1x", None)]}, 'data-f="pagu" data-m="1x"'),
        (
            {"pagu": [IsiPagu("1", 1, "a"), IsiPagu("2", 2, '"b')]},
            'data-f="dana" data-d="[[&quot;a&quot;, &quot;1&quot;], [&quot;\\&quot;b&quot;, ',
        ),
        ({"pagu": []}, 'data-f="pagu">'),
        ({"jenjang": Jenjang.KEGIATAN, "klaim": IsiPagu("5", 5)}, 'data-f="klaim" data-m="5"'),
        ({"jenjang": Jenjang.KEGIATAN}, 'data-f="klaim">'),
        ({"jenjang": Jenjang.KONDISI}, '<td role="gridcell" class="peran"></td></tr>'),
    ],
)  # fmt: skip
def test_the_money_cell_says_what_typing_there_changes(isi, tanda):
    assert tanda in sunting(simpul(1, **isi))
