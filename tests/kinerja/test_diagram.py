"""The diagram: no box meets another, no text is cut, whatever the tree."""

import re
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kinerja.gambar.diagram import tata
from kinerja.gambar.diagram_svg import svg
from kinerja.gambar.kotak import HURUF, TEPI, Kotak
from kinerja.gambar.ukur_teks import lebar

KATA = st.text("abcdefgh iklmno/-WÉ&<>\n", max_size=120)
PANJANG = (
    "Persentase Penyandang Disabilitas Terlantar yang Terpenuhi Kebutuhan Dasarnya di Luar Panti"
)


@st.composite
def pohon_acak(draw, paling_banyak=40):
    """A forest of random shape; levels from the third on may hang."""
    banyak = draw(st.integers(1, paling_banyak))
    induk = [draw(st.integers(-1, i - 1)) for i in range(banyak)]
    susun = [draw(st.booleans()) for _ in range(banyak)]

    def kotak(i):
        return Kotak(
            id=f"k{i}",
            jenjang="program",
            nama_jenjang=draw(st.sampled_from(["Program", "Kondisi yang namanya panjang sekali"])),
            judul=draw(KATA) or "x",
            nomor=draw(st.sampled_from(["", "1.06.04.2.01.0001", "9" * 60])),
            kalimat=draw(KATA),
            indikator=tuple(draw(st.lists(KATA, max_size=2))),
            kaki=draw(st.sampled_from(["", "Rp 12.345.678.901"])),
            tertutup=draw(st.sampled_from([0, 17])),
            susun=susun[i],
            anak=tuple(kotak(j) for j in range(i + 1, banyak) if induk[j] == i),
        )

    return [kotak(i) for i in range(banyak) if induk[i] == -1]


def bertabrakan(diagram):
    """Pairs of boxes that share a point."""
    daftar = sorted(diagram.semua(), key=lambda p: p.y)
    hasil = []
    for i, a in enumerate(daftar):
        for b in daftar[i + 1 :]:
            if b.y >= a.y + a.tinggi:
                break
            if a.x < b.x + b.lebar and b.x < a.x + a.lebar:
                hasil.append((a.kotak.id, b.kotak.id))
    return hasil


def terpotong(diagram):
    """Lines that leave their box."""
    return [
        (p.kotak.id, b.teks)
        for p in diagram.semua()
        for b in p.baris
        if b.x + lebar(b.teks, *HURUF[b.jenis]) > p.lebar - TEPI + 0.1 or not 0 < b.y < p.tinggi - 2
    ]


def besar(sasaran=5, program=4, kegiatan=3, sub=4):
    """About 300 boxes as an agency has them."""

    def kotak(jenjang, nomor, anak=()):
        return Kotak(
            id=f"{jenjang}{nomor}", jenjang=jenjang, nama_jenjang=jenjang.title(), nomor=nomor,
            judul=f"{PANJANG} {nomor}", kalimat="Terwujudnya rehabilitasi sosial bagi PPKS",
            indikator=(f"{PANJANG}: 93,59 Persen",), kaki="Rp 372.250.370",
            alamat=f"/simpul/{nomor}/", susun=jenjang in ("program", "kegiatan"), anak=tuple(anak),
        )  # fmt: skip

    def di_bawah(nomor, jenjang, banyak, lalu):
        for i in range(1, banyak + 1):
            n = f"{nomor}.{i}"
            yield kotak(jenjang, n, di_bawah(n, *lalu[0], lalu[1:]) if lalu else ())

    lalu = [("program", program), ("kegiatan", kegiatan), ("sub", sub)]
    return [kotak("tujuan", "1", di_bawah("1", "sasaran", sasaran, lalu))]


@settings(max_examples=60)
@given(pohon_acak())
def test_no_box_meets_another_and_no_text_is_cut(daftar):
    diagram = tata(daftar)

    assert bertabrakan(diagram) == []
    assert terpotong(diagram) == []


@settings(max_examples=40)
@given(pohon_acak(paling_banyak=25))
def test_nothing_is_lost_and_all_lies_inside(daftar):
    def semua(kotak):
        return [kotak.id, *(i for anak in kotak.anak for i in semua(anak))]

    diagram = tata(daftar)

    assert [p.kotak.id for p in diagram.semua()] == [i for k in daftar for i in semua(k)]
    for p in diagram.semua():
        assert 0 <= p.x <= p.x + p.lebar <= diagram.lebar
        assert 0 <= p.y <= p.y + p.tinggi <= diagram.tinggi
        ditulis = "".join(b.teks for b in p.baris if b.jenis == "judul")
        assert "".join(ditulis.split()) == "".join(p.kotak.judul.split())


@settings(max_examples=40)
@given(pohon_acak(paling_banyak=25))
def test_the_drawing_is_xml_whatever_was_typed(daftar):
    akar = ElementTree.fromstring(svg(tata(daftar), 'Diagram "A" & B'))

    kotak = [u for u in akar.iter() if u.get("class", "").startswith("d-kotak")]
    assert len(kotak) == sum(1 for _ in tata(daftar).semua())


@pytest.mark.parametrize("bentuk", [(5, 4, 3, 4), (2, 60, 2, 1), (1, 1, 1, 400), (24, 4, 2, 1)])
def test_five_hundred_boxes_stay_apart(bentuk):
    diagram = tata(besar(*bentuk))

    assert bertabrakan(diagram) == []
    assert terpotong(diagram) == []


def test_a_box_stands_over_the_middle_of_those_below_it():
    akar = tata(besar(3, 2, 1, 1)).akar[0]

    assert akar.tengah == pytest.approx((akar.anak[0].tengah + akar.anak[-1].tengah) / 2)
    assert len({p.y for p in akar.anak}) == 1


def test_stacks_keep_a_document_narrow():
    diagram = tata(besar())

    assert diagram.lebar < 21 * 250  # 20 programs, not 240 sub kegiatan
    sub = [p for p in diagram.semua() if p.kotak.jenjang == "sub"]
    assert len({p.x for p in sub}) == 20


def test_a_box_is_a_link_with_a_name_and_says_level_money_and_what_is_closed():
    kotak = Kotak(
        id="s7", jenjang="program", nama_jenjang="Prioritas", nomor="1.06.04", judul="Rehabilitasi",
        indikator=("Cakupan: 90 %",), kaki="Rp 1.000", alamat="/simpul/7/rinci/", tertutup=3,
    )  # fmt: skip

    gambar = svg(tata([kotak]), "Diagram")

    assert 'href="/simpul/7/rinci/" aria-label="Prioritas 1.06.04 Rehabilitasi"' in gambar
    for teks in ("Prioritas", "1.06.04", "Cakupan: 90 %", "Rp 1.000", "3 kotak di bawahnya"):
        assert f">{teks}</text>" in gambar
    assert re.search(r'class="d-cuplik j-program"[^>]*/><text[^>]*>Prioritas<', gambar)


def test_an_empty_tree_is_an_empty_drawing():
    assert ElementTree.fromstring(svg(tata([]), "Diagram")).get("role") == "group"
