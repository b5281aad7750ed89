"""One pass over an XML part with expat: no DTD, no huge tokens, UTF-8 only."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from xml.parsers import expat

from .batas import Batas, BerkasDitolak, rusak, terlalu_besar

Atribut = dict[str, str]
Penerima = Callable[[str, Atribut], object]
_PENANDA = (b"<!DOCTYPE", b"<!ENTITY")


def berbahaya() -> BerkasDitolak:
    return BerkasDitolak(
        "BERKAS_BERBAHAYA",
        "Berkas ditolak: XML di dalamnya memuat DTD atau entitas, ciri berkas perusak. Salin "
        "tabelnya ke buku kerja baru.",
    )


def _tolak_dtd(*_: object) -> int:
    raise berbahaya()


def _tolak_cdata() -> None:
    raise rusak("ditulis dengan cara yang tidak lazim")


def _tolak_sandi(_versi: str, sandi: str | None, _mandiri: int) -> None:
    if sandi and sandi.casefold() not in ("utf-8", "utf8", "us-ascii", "ascii"):
        raise rusak("sandi hurufnya bukan UTF-8")


def pengurai(penerima: Penerima | None = None) -> expat.XMLParserType:
    """``penerima(name, attributes)`` is called for each start tag, names as written."""
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = penerima
    parser.StartDoctypeDeclHandler = _tolak_dtd
    parser.EntityDeclHandler = _tolak_dtd
    parser.ExternalEntityRefHandler = _tolak_dtd
    parser.StartCdataSectionHandler = _tolak_cdata
    parser.XmlDeclHandler = _tolak_sandi
    return parser


def urai(parser: expat.XMLParserType, potongan: Iterable[bytes], batas: Batas) -> None:
    """Feed the parser. Broken XML raises BerkasDitolak."""
    masuk = sejak_tag = 0
    try:
        for bagian in potongan:
            if masuk == 0 and bagian.startswith((b"\xff\xfe", b"\xfe\xff")):
                raise rusak("sandi hurufnya bukan UTF-8")
            masuk += len(bagian)
            parser.Parse(bagian, False)
            tag = bagian.rfind(b"<")
            sejak_tag = len(bagian) - tag if tag >= 0 else sejak_tag + len(bagian)
            if max(sejak_tag, masuk - parser.CurrentByteIndex) > batas.byte_token:
                raise terlalu_besar("ada sel yang terlalu panjang isinya")
        parser.Parse(b"", True)
    except expat.ExpatError as galat:
        raise rusak() from galat


def unsur(potongan: Iterable[bytes], batas: Batas) -> Iterator[tuple[str, Atribut]]:
    """All elements of a small part: (name without prefix, attributes)."""
    hasil: list[tuple[str, Atribut]] = []

    def terima(nama: str, atribut: Atribut) -> None:
        hasil.append((lokal(nama), atribut))
        if len(hasil) > 200_000:
            raise terlalu_besar("daftar bagiannya terlalu panjang")

    urai(pengurai(terima), potongan, batas)
    return iter(hasil)


def lokal(nama: str) -> str:
    """``x:row`` -> ``row``."""
    return nama.rpartition(":")[2]


def benar(nilai: str | None) -> bool:
    """An XML boolean."""
    return nilai in ("1", "true", "on")


def tolak_penanda_dtd(potongan: Iterable[bytes]) -> None:
    """For parts nobody reads: refuse a DTD by its looks."""
    ekor = b""
    for bagian in potongan:
        jendela = (ekor + bagian.replace(b"\0", b"")).upper()
        if any(penanda in jendela for penanda in _PENANDA):
            raise berbahaya()
        ekor = jendela[-16:]
