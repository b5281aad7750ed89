"""After changes of shape the page is what a fresh page would be, whole or with rows left out."""

import pytest
from playwright.sync_api import expect

from kinerja import lembar_pohon
from kinerja.models import Simpul
from kinerja.pilihan import Jenjang
from tests.factories import PADA
from tests.peramban.pohon_uji import alamat, isi_pohon
from tests.peramban.sunting_uji import ke_sel, sel

SAMA = """async () => {
  const baca = (akar) => [...akar.querySelectorAll("tbody > tr")].map((baris) => [
    baris.id, baris.className.replace(" dipilih", ""), baris.getAttribute("aria-level"),
    baris.dataset.j, baris.dataset.i, baris.hasAttribute("aria-expanded"),
    ...[...baris.cells].map((sel) => sel.textContent),
  ].join("|"));
  const html = await (await fetch(`${location.pathname}?tahun=2025&semua=1`)).text();
  const segar = baca(new DOMParser().parseFromString(html, "text/html"));
  const kini = baca(document);
  const ada = new Set([...document.querySelectorAll("tbody > tr[id]")].map((b) => b.id));
  let di = "";
  const harap = segar.filter((baris) => {
    di = baris.split("|")[0] || di;
    return ada.has(di);
  });
  return { kini, harap, kurang: segar.length - kini.length };
}"""


@pytest.fixture
def siapa(perencana):
    return {"oleh": perencana, "pada": PADA}


@pytest.fixture
def berisi(pohon, jalur, perencana, siapa, masuk_sebagai):
    isi_pohon(pohon, jalur, perencana)
    makam = pohon.simpul.get(nama="Program Makam Pahlawan")
    rawat = pohon.tambah(induk=makam, jenjang=Jenjang.KEGIATAN, nama="Perawatan", **siapa)
    sub = pohon.tambah(induk=rawat, jenjang=Jenjang.SUB_KEGIATAN, nama="Nisan", **siapa)
    pohon.tambah_indikator(sub, teks="Jumlah nisan", **siapa)
    pohon.tambah_indikator(sub, teks="Lama perawatan", **siapa)
    masuk_sebagai(perencana)
    return pohon


def perbuatan(pohon, jalur, siapa):
    """Moves between levels and parents, additions, copies, deletions, undos; each an event."""

    def satu(nama):
        return Simpul.objects.get(pohon=pohon, nama=nama)

    def pindah(nama, ke, setelah="AKHIR"):
        pohon.pindahkan(satu(nama), induk=ke, setelah=setelah, **siapa)

    def batal():
        pohon.batalkan(pohon.riwayat.latest("nomor"), **siapa)

    sasaran, akar = jalur[Jenjang.SASARAN], pohon.akar()
    yield "deeper", lambda: pindah("Program Makam Pahlawan", sasaran, "AWAL")
    yield "back", batal
    yield "elsewhere", lambda: pindah("Perawatan", satu("Program Rehabilitasi Sosial"), "AWAL")
    yield "out again", lambda: pindah("Rehabilitasi Sosial Dasar", satu("Program Makam Pahlawan"))
    yield "copy", lambda: pohon.gandakan(satu("Program Makam Pahlawan"), **siapa)
    yield "undo of the copy", batal
    yield (
        "new",
        lambda: pohon.tambah(induk=akar, jenjang=Jenjang.TUJUAN, kinerja="Lain", **siapa),
    )
    yield "order", lambda: pindah("Penyediaan Sandang", satu("Perawatan"), "AWAL")
    yield "gone", lambda: pohon.hapus(satu("Perawatan"), **siapa)
    yield "returned", batal


def tanya_kabar(page, pohon) -> None:
    pohon.refresh_from_db()
    with page.expect_response("**/kabar/**"):
        page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    page.wait_for_function(
        "document.querySelector('kinerja-pohon').getAttribute('aria-busy') === null"
    )


def banding(page, nama: str) -> int:
    page.wait_for_timeout(100)
    hasil = page.evaluate(SAMA)
    assert hasil["kini"] == hasil["harap"], nama
    return hasil["kurang"]


@pytest.mark.parametrize("sebagian", [False, True])
def test_a_colleague_changes_the_shape_and_the_page_follows(
    page, live_server, berisi, jalur, siapa, monkeypatch, sebagian
):
    if sebagian:
        monkeypatch.setattr(lembar_pohon, "BUKA_BILA_BANYAK", 3)
    page.goto(alamat(live_server, berisi))
    if sebagian:
        page.locator(f"#s{jalur[Jenjang.PROGRAM].pk} .sendi").click()
        expect(page.locator(f"#s{jalur[Jenjang.KEGIATAN].pk}")).to_be_visible()

    assert (banding(page, "before") > 0) == sebagian
    for nama, lakukan in perbuatan(berisi, jalur, siapa):
        lakukan()
        tanya_kabar(page, berisi)
        banding(page, nama)

    page.locator("[data-sampai='5']").click()
    expect(page.locator("tbody tr:visible .nm")).to_have_count(berisi.simpul.tampak().count())
    assert banding(page, "opened") == 0


def test_focus_and_closed_branches_stay_as_they_were(page, live_server, berisi, jalur, siapa):
    page.goto(alamat(live_server, berisi))
    program = jalur[Jenjang.PROGRAM]
    page.locator(f"#s{program.pk} .sendi").click()
    tetap = ke_sel(page, jalur[Jenjang.SASARAN], "ind")

    berisi.pindahkan(berisi.simpul.get(nama="Perawatan"), induk=program, **siapa)
    tanya_kabar(page, berisi)

    expect(tetap).to_be_focused()
    expect(page.locator("tbody tr:visible .nm")).to_have_count(4)
    page.locator(f"#s{program.pk} .sendi").click()
    expect(page.get_by_role("link", name="Nisan")).to_be_visible()


def test_dragged_into_a_program_whose_rows_are_not_there_it_stands_last(
    page, live_server, berisi, jalur, monkeypatch
):
    monkeypatch.setattr(lembar_pohon, "BUKA_BILA_BANYAK", 3)
    page.goto(alamat(live_server, berisi))
    rawat, program = berisi.simpul.get(nama="Perawatan"), jalur[Jenjang.PROGRAM]
    page.locator(f"#s{rawat.induk_id} .sendi").click()

    page.locator(f"#s{rawat.pk} .cip").hover()
    page.mouse.down()
    sel(page, program, "uraian").hover()
    page.mouse.up()

    expect(page.locator("#suara")).to_contain_text("urutan 2 dari 2")
    anak = berisi.simpul.filter(induk=program).order_by("lft")
    assert [s.nama for s in anak] == ["Rehabilitasi Sosial Dasar", "Perawatan"]
    expect(page.get_by_role("link", name="Perawatan")).to_be_visible()
