"""Values with exact addresses, however the workbook was written."""

import datetime as dt
import hashlib

import pytest

from kinerja.impor.buku import alamat, letak
from kinerja.impor.pembaca import baca
from scripts.contoh_berbahaya import KECIL
from scripts.xlsx_mentah import NS, bagian_xlsx, lembar_xml, tulis_zip

STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
GAYA = f"""<styleSheet xmlns="{NS}"><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/>
<xf numFmtId="22"/><xf numFmtId="20"/><xf numFmtId="46"/></cellXfs></styleSheet>"""


@pytest.fixture
def buku(tmp_path):
    def buku(bagian):
        tulis_zip(tmp_path / "buku.xlsx", bagian)
        return baca(tmp_path / "buku.xlsx", "buku.xlsx")

    return buku


@pytest.fixture
def baris(buku):
    """The rows of a workbook with one sheet and further parts, each with its relationship."""

    def baris(isi, *, jenis_ke_bagian=None, **ganti):
        bagian = bagian_xlsx({"Data": lembar_xml(isi)})
        for jenis, (nama, teks) in (jenis_ke_bagian or {}).items():
            bagian[f"xl/{nama}"] = teks
            bagian["xl/_rels/workbook.xml.rels"] = bagian["xl/_rels/workbook.xml.rels"].replace(
                "</Relationships>",
                f'<Relationship Id="{jenis}" Type="x/{jenis}" Target="{nama}"/></Relationships>',
            )
        for dari, ke in ganti.items():
            bagian["xl/workbook.xml"] = bagian["xl/workbook.xml"].replace(f"<{dari}>", ke)
        return buku(bagian).lembar[0].baris

    return baris


def test_addresses_are_exact_when_the_table_starts_far_from_a1(baris):
    isi = baris('<row r="3"><c r="C3"><v>5</v></c></row><row r="5"><c r="B5"><v>7</v></c></row>')

    assert isi == [[], [], [None, None, 5], [], [None, 7]]


def test_rows_and_cells_without_address_follow_each_other(baris):
    isi = baris('<row><c><v>1</v></c><c><v>2</v></c></row><row r="4"><c/><c><v>3</v></c></row>')

    assert isi == [[1, 2], [], [], [None, 3]]


def test_rows_out_of_order_find_their_place(baris):
    assert baris(
        '<row r="2"><c r="A2"><v>2</v></c></row><row r="1"><c r="B1"><v>1</v></c></row>'
    ) == [
        [None, 1],
        [2],
    ]


def test_kinds_of_values(baris):
    isi = baris(
        '<row r="1"><c r="A1"><v>271000</v></c><c r="B1"><v>37.45</v></c>'
        '<c r="C1" t="b"><v>1</v></c><c r="D1" t="str"><f>X</f><v>teks</v></c>'
        '<c r="E1" t="inlineStr"><is><t xml:space="preserve"> a </t></is></c>'
        '<c r="F1" t="e"><v>#N/A</v></c><c r="G1"><v>1E+20</v></c>'
        '<c r="H1" t="str"><v>372.250.370</v></c></row>'
    )

    assert isi == [[271000, 37.45, True, "teks", " a ", "#N/A", 1e20, "372.250.370"]]
    assert [type(sel) for sel in isi[0][:3]] == [int, float, bool]


def test_rich_text_without_its_phonetic_reading(baris):
    sst = (
        f'<sst xmlns="{NS}"><si><r><rPr><b/></rPr><t xml:space="preserve">a </t></r><r><t>b</t></r>'
        '<rPh sb="0" eb="1"><t>x</t></rPh></si><si><t>Pem_x000B_isah</t></si></sst>'
    )
    isi = baris(
        '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>',
        jenis_ke_bagian={"sharedStrings": ("teks/bersama.xml", sst)},
    )

    assert isi == [["a b", "Pem\x0bisah"]]


@pytest.mark.parametrize(
    ("sejak", "hari"), [("<sheets>", dt.date(2025, 1, 1)), ("1904", dt.date(2029, 1, 2))]
)
def test_dates_of_both_calendars(baris, sejak, hari):
    awal = '<workbookPr date1904="true"/><sheets>' if sejak == "1904" else sejak
    isi = baris(
        '<row r="1"><c r="A1" s="1"><v>45658</v></c><c r="B1" s="2"><v>45658.5</v></c>'
        '<c r="C1" s="3"><v>0.5</v></c><c r="D1" s="4"><v>1.5</v></c>'
        '<c r="E1"><v>45658</v></c></row>',
        jenis_ke_bagian={"styles": ("styles.xml", GAYA)},
        sheets=awal,
    )

    siang = dt.datetime.combine(hari, dt.time(12))
    assert isi == [[hari, siang, dt.time(12), dt.timedelta(days=1, hours=12), 45658]]


def test_prefixed_and_strict_namespaces(buku):
    berawalan = bagian_xlsx({"Data": ""})
    berawalan["xl/worksheets/sheet1.xml"] = (
        f'<x:worksheet xmlns:x="{STRICT}"><x:sheetData><x:row r="2" hidden="1">'
        '<x:c r="B2"><x:f>1</x:f>'
        "<x:v>9</x:v></x:c></x:row></x:sheetData></x:worksheet>"
    )
    berawalan["xl/workbook.xml"] = (
        f'<x:workbook xmlns:x="{STRICT}" xmlns:q="http://purl.oclc.org/ooxml/officeDocument/'
        'relationships"><x:sheets><x:sheet name="Data" sheetId="1" q:id="r1"/></x:sheets>'
        "</x:workbook>"
    )

    (lembar,) = buku(berawalan).lembar

    assert (lembar.baris, lembar.baris_tersembunyi, lembar.rumus) == (
        [[], [None, 9]],
        {1},
        {(1, 1): "1"},
    )


@pytest.mark.parametrize(
    ("tujuan", "bagian"),
    [
        ("/xl/worksheets/sheet1.xml", "xl/worksheets/sheet1.xml"),
        ("./worksheets/sheet1.xml", "xl/worksheets/sheet1.xml"),
        ("../xl/worksheets/sheet1.xml", "xl/worksheets/sheet1.xml"),
        ("worksheets/SHEET1.XML", "xl/worksheets/sheet1.xml"),
        ("worksheets\\sheet1.xml", "xl/worksheets/sheet1.xml"),
        ("worksheets/lembar%201.xml", "xl/worksheets/lembar 1.xml"),
        ("/lembar.xml", "lembar.xml"),
    ],
)
def test_sheets_are_found_wherever_they_lie(buku, tujuan, bagian):
    isi = bagian_xlsx({"Data": lembar_xml('<row r="1"><c r="A1"><v>1</v></c></row>')})
    rels = isi["xl/_rels/workbook.xml.rels"]
    isi["xl/_rels/workbook.xml.rels"] = rels.replace("worksheets/sheet1.xml", tujuan)
    isi[bagian] = isi.pop("xl/worksheets/sheet1.xml")

    assert buku(isi).lembar[0].baris == [[1]]


def test_a_workbook_part_of_another_name(buku):
    isi = bagian_xlsx({"Data": lembar_xml('<row r="1"><c r="A1"><v>1</v></c></row>')})
    isi["_rels/.rels"] = isi["_rels/.rels"].replace("xl/workbook.xml", "/isi/buku.xml")
    isi["isi/buku.xml"] = isi.pop("xl/workbook.xml")
    rels = isi.pop("xl/_rels/workbook.xml.rels")
    isi["isi/_rels/buku.xml.rels"] = rels.replace("worksheets", "../xl/worksheets")
    isi["[Content_Types].xml"] = isi["[Content_Types].xml"].replace("/xl/work", "/isi/work")

    assert buku(isi).lembar[0].baris == [[1]]


def test_sheets_keep_the_order_of_the_tabs_and_say_when_hidden(buku):
    isi = bagian_xlsx(
        {
            nama: lembar_xml(f'<row r="1"><c r="A1"><v>{n}</v></c></row>')
            for n, nama in enumerate("ABCD")
        }
    )
    tab = '<sheet name="D" sheetId="4" r:id="r4"/><sheet name="A &amp; x" sheetId="1" r:id="r1"/>'
    tab += '<sheet name="B" sheetId="2" state="hidden" r:id="r2"/>'
    tab += '<sheet name="C" sheetId="3" state="veryHidden" r:id="r3"/>'
    kepala, _, ekor = isi["xl/workbook.xml"].partition("<sheets>")
    isi["xl/workbook.xml"] = f"{kepala}<sheets>{tab}</sheets></workbook>"

    lembar = buku(isi).lembar

    assert [(satu.nama, satu.baris[0][0], satu.tersembunyi) for satu in lembar] == [
        ("D", 3, False),
        ("A & x", 0, False),
        ("B", 1, True),
        ("C", 2, True),
    ]
    assert ekor


def test_chart_sheets_are_left_out(buku):
    isi = bagian_xlsx({"Data": lembar_xml(""), "Grafik": f'<chartsheet xmlns="{NS}"/>'})
    rels = isi["xl/_rels/workbook.xml.rels"]
    kepala, tengah, ekor = rels.partition('Id="r2"')
    isi["xl/_rels/workbook.xml.rels"] = (
        kepala + tengah + ekor.replace("/worksheet", "/chartsheet", 1)
    )

    assert [satu.nama for satu in buku(isi).lembar] == ["Data"]


def test_a_sheet_beyond_the_limits_stands_beside_a_good_one(buku):
    isi = bagian_xlsx(
        {
            "Luas": lembar_xml('<row r="60000"><c r="A60000"><v>1</v></c></row>'),
            "Baik": lembar_xml('<row r="1"><c r="A1"><v>1</v></c></row>'),
        }
    )
    luas, baik = buku(isi).lembar

    assert (luas.terlalu_luas.kode, luas.terlalu_luas.letak.lembar) == (
        "LEMBAR_TERLALU_LUAS",
        "Luas",
    )
    assert (luas.baris, luas.kosong, baik.terlalu_luas, baik.baris) == ([], True, None, [[1]])


def test_formulas_and_errors_come_with_their_places(tmp_path):
    KECIL["rumus-dan-galat.xlsx"][0](tmp_path / "buku.xlsx")

    (lembar,) = baca(tmp_path / "buku.xlsx", "buku.xlsx").lembar

    assert lembar.tanpa_nilai == {letak("A3")}
    assert {alamat(*tempat): galat for tempat, galat in lembar.galat.items()} == {
        "B3": "#DIV/0!",
        "A4": "#REF!",
    }
    assert (lembar.nilai(3, 0), lembar.nilai(3, 1)) == ("#REF!", 150000000)
    assert lembar.rumus[letak("B4")] == "[1]Pagu!$B$2"


def test_the_hash_is_of_the_uploaded_bytes(tmp_path):
    KECIL["dimensi-palsu.xlsx"][0](tmp_path / "buku.xlsx")

    harapan = hashlib.sha256((tmp_path / "buku.xlsx").read_bytes()).hexdigest()
    assert baca(tmp_path / "buku.xlsx", "buku.xlsx").sha256 == harapan


@pytest.mark.parametrize("pemisah", [",", ";", "\t"])
def test_text_files_are_read_only_where_the_layout_takes_them(tmp_path, pemisah):
    teks = '\ufeffkode;nama\n1.06;"Sosial; dan lain"\n\n1.06.01;\n'.replace(";", pemisah)
    (tmp_path / "daftar.csv").write_text(teks, encoding="utf-8")

    (lembar,) = baca(tmp_path / "daftar.csv", "daftar.csv", csv=True).lembar

    assert lembar.nama == "daftar"
    assert lembar.baris == [
        ["kode", "nama"],
        ["1.06", f"Sosial{pemisah} dan lain"],
        [],
        ["1.06.01"],
    ]


@pytest.mark.parametrize(("sel", "tempat"), [("A1", (0, 0)), ("XFD1048576", (1048575, 16383))])
def test_addresses_go_both_ways(sel, tempat):
    assert (letak(sel), alamat(*tempat)) == (tempat, sel)
    with pytest.raises(ValueError, match="alamat"):
        letak(f"1{sel}")
