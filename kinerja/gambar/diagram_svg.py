"""A placed diagram as SVG. Its colours are the reader's: classes ``d-…`` and ``j-<level>``; on
paper and in a file of its own they come from ``diagram_cetak.GAYA``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import escape

from kinerja.gambar.diagram import JARAK_KOLOM
from kinerja.gambar.kotak import TEPI, TINGGI_KEPALA, Baris, Diagram, Petak
from kinerja.gambar.kotak_isi import MASUK, TANDA_LINTAS
from kinerja.gambar.ukur_teks import lebar

PINGGIR = 16
"""Empty room around the drawing."""
TINGGI_LEGENDA = 34
HURUF_LEGENDA = 12.0
LINTAS = {"lintas": "Crosscutting: pihak lain yang mendukung atau didukung, dan statusnya"}


def svg(diagram: Diagram, judul: str) -> str:
    """The whole drawing with its legend; its ``viewBox`` has one unit per length of the diagram."""
    isi_legenda, lebar_legenda = legenda(jenjang_diagram(diagram))
    x = max(diagram.lebar, lebar_legenda) + 2 * PINGGIR
    y = diagram.tinggi + 2 * PINGGIR + TINGGI_LEGENDA
    kiri = PINGGIR + max(0.0, (lebar_legenda - diagram.lebar) / 2)
    return (
        f'<svg class="diagram" xmlns="http://www.w3.org/2000/svg" width="{_n(x)}" height="{_n(y)}"'
        f' viewBox="0 0 {_n(x)} {_n(y)}" role="group" aria-label="{escape(judul)}">'
        f'<g class="d-legenda" transform="translate({PINGGIR} {PINGGIR})">{isi_legenda}</g>'
        f'<g transform="translate({_n(kiri)} {PINGGIR + TINGGI_LEGENDA})">{isi_svg(diagram)}</g>'
        "</svg>"
    )


def isi_svg(diagram: Diagram) -> str:
    """Lines and boxes, without a frame."""
    garis = "".join(_garis(p) for p in diagram.semua())
    kotak = "\n".join(_kotak(p) for p in diagram.semua())
    return f'<path class="d-garis" d="{garis}"/>\n{kotak}'


def jenjang_diagram(diagram: Diagram) -> dict[str, str]:
    """Class and words of each level that occurs, from the top; LINTAS where a box is marked."""
    urut = sorted(diagram.semua(), key=lambda p: p.kotak.tingkat)
    hasil = {p.kotak.jenjang: p.kotak.nama_jenjang for p in urut}
    return hasil | (LINTAS if any(p.kotak.lintas for p in urut) else {})


def _kotak(petak: Petak) -> str:
    kotak = petak.kotak
    kelas = f"d-kotak j-{escape(kotak.jenjang)}"
    w, h = _n(petak.lebar), _n(petak.tinggi)
    kepala = _n(_tinggi_kepala(petak))
    garis = "".join(
        f'<path class="d-kaki" d="M{TEPI} {_n(y)}H{_n(petak.lebar - TEPI)}"/>' for y in petak.garis
    )
    isi = (
        f'<rect class="d-alas" width="{w}" height="{h}" rx="5"/>'
        f'<path class="d-kepala" d="M0 {kepala}V5Q0 0 5 0H{_n(petak.lebar - 5)}'
        f'Q{w} 0 {w} 5V{kepala}Z"/>'
        f"{garis}{''.join(map(_teks, petak.baris))}"
    )
    letak = f'transform="translate({_n(petak.x)} {_n(petak.y)})"'
    if not kotak.alamat:
        return f'<g class="{kelas}" {letak}>{isi}</g>'
    nama = escape(" ".join(filter(None, (kotak.nama_jenjang, kotak.nomor, kotak.judul))))
    return (
        f'<a id="{escape(kotak.id)}" class="{kelas}" {letak} href="{escape(kotak.alamat)}"'
        f' aria-label="{nama}">{isi}</a>{_lipat(petak, nama)}'
    )


def _lipat(petak: Petak, nama: str) -> str:
    """A button at the upper right corner: a plus where the branch is closed, a minus where not."""
    kotak = petak.kotak
    if not kotak.lipat:
        return ""
    kata = f"Buka cabang {nama}, {kotak.tertutup} kotak" if kotak.tertutup else f"Tutup {nama}"
    tegak = "M0-4V4" if kotak.tertutup else ""
    return (
        f'<a id="l{escape(kotak.id)}" class="d-lipat" href="{escape(kotak.lipat)}"'
        f' aria-label="{kata}" transform="translate({_n(petak.x + petak.lebar)} {_n(petak.y)})">'
        f'<circle class="d-jangkauan" r="14"/><circle r="9"/><path d="M-4 0H4{tegak}"/></a>'
    )


def _tinggi_kepala(petak: Petak) -> float:
    """Down to the last line of the head: level and number may need two."""
    return max(TINGGI_KEPALA, max(b.y for b in petak.baris if b.jenis == "kepala") + 5)


def _teks(baris: Baris) -> str:
    letak = f'x="{_n(baris.x)}" y="{_n(baris.y)}"'
    return f'<text class="d-{baris.jenis}-teks" {letak}>{escape(baris.teks)}</text>'


def _garis(petak: Petak) -> str:
    """From a box to those below it."""
    if len(petak.kolom) > 1:
        return "".join(_rumpun(petak))
    return "".join(_gantung(petak) if petak.kotak.susun else _cabang(petak))


def _cabang(petak: Petak) -> Iterator[str]:
    """Down, across, down: halfway between the two lines of boxes."""
    for anak in petak.anak:
        tengah = (petak.bawah + anak.y) / 2 if len(petak.anak) == 1 else anak.y - 18
        yield (f"M{_n(petak.tengah)} {_n(petak.bawah)}V{_n(tengah)}H{_n(anak.tengah)}V{_n(anak.y)}")


def _gantung(petak: Petak) -> Iterator[str]:
    """A rail at the left with a branch to the head of each hanging box."""
    if petak.anak:
        yield from _rel(petak.anak, petak.bawah)


def _rel(tumpukan: list[Petak], atas: float) -> Iterator[str]:
    """The rail begins at ``atas``, left of everything that hangs on it."""
    x, akhir = min(a.kiri for a in tumpukan) - MASUK / 2, tumpukan[-1].y + TINGGI_KEPALA / 2
    yield f"M{_n(x)} {_n(atas)}V{_n(akhir)}"
    for anak in tumpukan:
        yield f"M{_n(x)} {_n(anak.y + TINGGI_KEPALA / 2)}H{_n(anak.x)}"


def _rumpun(petak: Petak) -> Iterator[str]:
    """Several stacks: down to a line across, and a rail from it for each."""
    y = petak.bawah + JARAK_KOLOM / 2
    yield f"M{_n(petak.tengah)} {_n(petak.bawah)}V{_n(y)}"
    tepi = [min(a.kiri for a in tumpukan) - MASUK / 2 for tumpukan in petak.kolom]
    yield f"M{_n(min(*tepi, petak.tengah))} {_n(y)}H{_n(max(*tepi, petak.tengah))}"
    for tumpukan in petak.kolom:
        yield from _rel(tumpukan, y)


def legenda(jenjang: Mapping[str, str]) -> tuple[str, float]:
    """Each level with its colour and name, last the mark of crosscutting; and how wide that is."""
    bagian, x = [], 0.0
    for kelas, nama in sorted(jenjang.items(), key=lambda satu: satu[0] in LINTAS):
        cuplik = (
            f'<text class="d-lintas-teks" x="{_n(x)}" y="11.5">{TANDA_LINTAS.strip()}</text>'
            if kelas in LINTAS
            else f'<rect class="d-cuplik j-{escape(kelas)}" x="{_n(x)}" width="14" height="14"'
            ' rx="3"/>'
        )
        bagian.append(
            f'{cuplik}<text class="d-legenda-teks" x="{_n(x + 20)}" y="11.5">{escape(nama)}</text>'
        )
        x += 20 + lebar(nama, HURUF_LEGENDA) + 22
    return "".join(bagian), max(0.0, x - 22)


def _n(angka: float) -> str:
    """At most one decimal: a drawing of 300 boxes stays small."""
    return f"{angka:.1f}".removesuffix(".0")
