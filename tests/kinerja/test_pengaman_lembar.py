"""The pass over a sheet: limits, and the facts that the value reader does not tell."""

import pytest

from kinerja.impor.pengaman import Batas, BerkasDitolak, periksa
from scripts.xlsx_mentah import NS, bagian_xlsx, lembar_xml, tulis_zip

SATU = '<row r="1"><c r="A1"><v>1</v></c></row>'
GAYA = f"""<styleSheet xmlns="{NS}">
<numFmts><numFmt numFmtId="164" formatCode="#,##0,,"/>
<numFmt numFmtId="165" formatCode="0.00&quot;%&quot;"/></numFmts>
<fonts><font><sz val="11"/></font><font><strike/></font><font><strike val="0"/></font></fonts>
<cellStyleXfs><xf numFmtId="9" fontId="1"/></cellStyleXfs>
<cellXfs><xf numFmtId="0" fontId="0"/><xf numFmtId="10" fontId="0"/><xf numFmtId="14" fontId="0"/>
<xf numFmtId="164" fontId="0"/><xf numFmtId="165" fontId="0"/><xf numFmtId="0" fontId="1"/>
<xf numFmtId="0" fontId="2"><alignment wrapText="1" indent="2"/></xf>
<xf numFmtId="44" fontId="0"/></cellXfs>
<dxfs><dxf><font><strike/></font></dxf></dxfs></styleSheet>"""


@pytest.fixture
def telaah(tmp_path):
    def telaah(baris, *, batas=None, gaya="", **lain):
        bagian = bagian_xlsx({"Data": lembar_xml(baris, **lain)})
        if gaya:
            rujukan = bagian["xl/_rels/workbook.xml.rels"].replace(
                "</Relationships>",
                '<Relationship Id="g" Type="x/styles" Target="styles.xml"/></Relationships>',
            )
            bagian |= {"xl/styles.xml": gaya, "xl/_rels/workbook.xml.rels": rujukan}
        tulis_zip(tmp_path / "buku.xlsx", bagian)
        (lembar,) = periksa(tmp_path / "buku.xlsx", batas=batas).lembar
        return lembar

    return telaah


def sel_penuh(baris, kolom):
    huruf = [chr(65 + k) for k in range(kolom)]
    return "".join(
        f'<row r="{b}">' + "".join(f'<c r="{h}{b}"><v>1</v></c>' for h in huruf) + "</row>"
        for b in range(1, baris + 1)
    )


@pytest.mark.parametrize(
    ("batas", "kata"),
    [
        ({"baris": 4}, "4 baris"),
        ({"kolom": 2}, "2 kolom"),
        ({"sel_terisi": 14}, "14 sel terisi"),
        ({"bidang": 14}, "bidang"),
        ({"sel_terisi_buku": 14}, "seluruh buku"),
    ],
)
def test_a_sheet_may_be_full_but_not_fuller(telaah, batas, kata):
    cukup = {nama: nilai + 1 for nama, nilai in batas.items()}

    assert telaah(sel_penuh(5, 3), batas=Batas(**cukup)).terlalu_luas == ""
    assert kata in telaah(sel_penuh(5, 3), batas=Batas(**batas)).terlalu_luas


def test_empty_rows_and_cells_do_not_count(telaah):
    lembar = telaah(f'{SATU}<row r="70000"/><row r="90000"><c r="XFD90000" s="1"/></row>')

    assert lembar.terlalu_luas == ""
    assert (lembar.terisi, lembar.baris_akhir, lembar.kolom_akhir) == (1, 0, 0)


@pytest.mark.parametrize("isi", ["<v>1</v>", "<f>1+1</f>", "<is><t>x</t></is>"])
def test_every_kind_of_content_counts(telaah, isi):
    assert "baris" in telaah(f'<row r="50001"><c r="A50001">{isi}</c></row>').terlalu_luas


def test_a_cell_cannot_hide_in_another_row(telaah):
    lembar = telaah('<row r="1"><c r="A1"><v>1</v></c><c r="B1048576"><v>1</v></c></row>')

    assert "baris" in lembar.terlalu_luas


@pytest.mark.parametrize(
    ("gabungan", "batas"),
    [
        ("A1:XFD1048576", {}),
        ("A1:B10", {"luas_gabungan": 19}),
        ("A1:B10", {"luas_gabungan_lembar": 19}),
        ("A1:B10", {"gabungan": 0}),
    ],
)
def test_merged_ranges_have_limits(telaah, gabungan, batas):
    merge = f'<mergeCells><mergeCell ref="{gabungan}"/></mergeCells>'

    assert "gabungan" in telaah(SATU, sesudah=merge, batas=Batas(**batas)).terlalu_luas


def test_merged_ranges_are_told_from_corner_to_corner(telaah):
    merge = '<mergeCells><mergeCell ref="B3:A1"/><mergeCell ref="C5"/></mergeCells>'

    assert telaah(SATU, sesudah=merge).gabungan == [(0, 0, 2, 1), (4, 2, 4, 2)]


def test_hidden_rows_and_columns_inside_the_used_area(telaah):
    kolom = '<cols><col min="2" max="16384" hidden="1"/><col min="1" max="1" width="0"/></cols>'
    baris = (
        '<row r="1" hidden="1"/><row r="2" hidden="0"/><row r="3" ht="0"/>'
        '<row r="4"><c r="C4"><v>1</v></c></row><row r="900" hidden="true"/>'
    )
    lembar = telaah(baris, sebelum=kolom)

    assert lembar.baris_tersembunyi == {0, 2}
    assert lembar.kolom_tersembunyi == {0, 1, 2}


def test_formats_and_strikes_of_filled_cells_only(telaah):
    sel = "".join(f'<c r="{h}1" s="{n}"><v>1</v></c>' for n, h in enumerate("ABCDEFGH"))
    lembar = telaah(f'<row r="1">{sel}<c r="I1" s="1"/></row>', gaya=GAYA)

    assert lembar.format == {(0, 1): "0.00%", (0, 2): "dd/mm/yyyy", (0, 3): "#,##0,,"}
    assert lembar.dicoret == {(0, 5)}
    assert lembar.indentasi == {(0, 6): 2}


def test_formulas_their_values_and_errors(telaah):
    baris = (
        '<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1"><f>A1*2</f></c>'
        '<c r="C1" t="str"><f>""</f><v></v></c><c r="D1"><f>X</f><v/></c>'
        '<c r="E1" t="e"><f>A1/0</f><v>#DIV/0!</v></c><c r="F1" t="e"><v>#REF!</v></c></row>'
        '<row r="2"><c r="A2"><f t="shared" ref="A2:A3" si="0">B2&amp;[1]Pagu!A1</f><v>1</v></c>'
        "</row>"
        '<row r="3"><c r="A3"><f t="shared" si="0"/><v>1</v></c></row>'
    )
    ekor = '<extLst><ext xmlns:xm="u"><xm:f>Data!A1</xm:f></ext></extLst>'
    lembar = telaah(baris, sesudah=ekor)

    assert lembar.tanpa_nilai == {(0, 1), (0, 3)}
    assert lembar.galat == {(0, 4): "#DIV/0!", (0, 5): "#REF!"}
    assert lembar.rumus[(1, 0)] == lembar.rumus[(2, 0)] == "B2&[1]Pagu!A1"
    assert len(lembar.rumus) == 7


@pytest.mark.parametrize(
    "baris",
    [
        '<row r="0"><c r="A0"><v>1</v></c></row>',
        '<row r="1048577"><c><v>1</v></c></row>',
        '<row r="satu"><c><v>1</v></c></row>',
        '<row r="1"><c r="XFE1"><v>1</v></c></row>',
        '<row r="1"><c r="a1"><v>1</v></c></row>',
        '<row r="1"><c r="1"><v>1</v></c></row>',
        '<row r="1"><c r="A1"><v><![CDATA[1]]></v></c></row>',
        '<row r="1"><c r="A1"><v>1</c></row>',
    ],
)
def test_nonsense_is_a_broken_file(telaah, baris):
    with pytest.raises(BerkasDitolak) as galat:
        telaah(baris)

    assert galat.value.kode == "BERKAS_RUSAK"


RUPA = f"""<styleSheet xmlns="{NS}">
<fonts><font><sz val="11"/></font><font><b/><sz val="11"/></font><font><b val="0"/><sz val="14"/>
<color rgb="FFFF0000"/></font></fonts>
<fills><fill><patternFill patternType="none"/></fill>
<fill><patternFill patternType="gray125"/></fill>
<fill><patternFill patternType="solid"><fgColor rgb="FFFFFF00"/></patternFill></fill></fills>
<cellXfs><xf fontId="0" fillId="0"/><xf fontId="1" fillId="2"/><xf fontId="2" fillId="1"/>
<xf fontId="9" fillId="-4"/></cellXfs></styleSheet>"""


def test_the_looks_of_texts_in_words(telaah):
    sel = "".join(
        f'<c r="{h}1" s="{s}" t="inlineStr"><is><t>x</t></is></c>' for s, h in enumerate("ABCD")
    )

    lembar = telaah(f'<row r="1">{sel}<c r="E1" s="1"><v>5</v></c></row>', gaya=RUPA)

    assert lembar.rupa == {(0, 1): "tebal, latar FFFF00", (0, 2): "ukuran 14, huruf FF0000"}


def test_a_long_formula_is_cut_but_its_other_workbook_stays(telaah):
    rumus = "A1+" * 3000 + "[2]Pagu!B2"

    lembar = telaah(f'<row r="1"><c r="A1"><f>{rumus}</f><v>1</v></c></row>')

    assert len(lembar.rumus[0, 0]) < 250
    assert lembar.rumus[0, 0].endswith("[2]Pagu!B2")


def test_an_endless_format_is_cut_before_it_is_looked_at(telaah):
    kode = "[$" * 200_000 + "0%"
    gaya = GAYA.replace("#,##0,,", kode)

    lembar = telaah('<row r="1"><c r="A1" s="3"><v>1</v></c></row>', gaya=gaya)

    assert all(len(isi) <= 255 for isi in lembar.format.values())
