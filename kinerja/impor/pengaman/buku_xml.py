"""The workbook's own parts: what kind of package it is, its sheets in order, where they lie."""

from __future__ import annotations

import posixpath
from collections import namedtuple
from urllib.parse import unquote

from .arsip import Arsip
from .batas import Batas, BerkasDitolak, rusak, terlalu_besar
from .jenis import tolak_format
from .xml_aman import Atribut, benar, unsur

Rujukan = namedtuple("Rujukan", "jenis bagian")  # last word of the type; part name
LembarBuku = namedtuple("LembarBuku", "nama tersembunyi bagian")
_LAIN = (
    ("xl/workbook.bin", "berformat Excel biner (.xlsb)", ""),
    ("word/document.xml", "dokumen Word", "Salin tabelnya ke buku kerja .xlsx."),
    ("ppt/presentation.xml", "presentasi", "Salin tabelnya ke buku kerja .xlsx."),
)


class BukuXml:
    """``lembar``: worksheets only; ``gaya``, ``teks``: part names or ""."""

    def __init__(self, arsip: Arsip, batas: Batas):
        self._arsip = arsip
        self._batas = batas
        self.bagian = self._cari_buku()
        _tolak_makro(self._jenis_isi())
        rujukan = self._rujukan(self.bagian)
        self.gaya = _menurut_jenis(rujukan, "styles")
        self.teks = _menurut_jenis(rujukan, "sharedStrings")
        self.sejak_1904 = False
        self.lembar: list[LembarBuku] = []
        self._baca(rujukan)

    def _cari_buku(self) -> str:
        if "_rels/.rels" in self._arsip:
            bagian = _menurut_jenis(self._rujukan(""), "officeDocument")
            if bagian in self._arsip and "[Content_Types].xml" in self._arsip:
                return self._pastikan_excel(bagian)
        raise self._bukan_buku()

    def _pastikan_excel(self, bagian: str) -> str:
        for penanda, apa, saran in _LAIN:
            if bagian.casefold() == penanda:
                raise tolak_format(apa, saran) if saran else tolak_format(apa)
        return bagian

    def _bukan_buku(self) -> BerkasDitolak:
        if "mimetype" in self._arsip and b"opendocument" in self._arsip.baca("mimetype")[:100]:
            return tolak_format("berformat OpenDocument")
        if "[Content_Types].xml" in self._arsip:
            for penanda, apa, saran in _LAIN:
                if penanda in self._arsip:
                    return tolak_format(apa, saran) if saran else tolak_format(apa)
            return rusak("bagian utamanya hilang")
        return tolak_format(
            "arsip zip biasa", "Ekstrak dahulu, lalu unggah buku kerja .xlsx di dalamnya."
        )

    def _jenis_isi(self) -> str:
        for nama, atribut in unsur(self._arsip.isi("[Content_Types].xml"), self._batas):
            bagian = atribut.get("PartName", "").lstrip("/").casefold()
            if nama == "Override" and bagian == self.bagian.casefold():
                return atribut.get("ContentType", "")
        return ""

    def _rujukan(self, bagian: str) -> dict[str, Rujukan]:
        """Relationships of a part by id, their targets as part names."""
        map_, nama = posixpath.split(bagian)
        berkas = posixpath.join(map_, "_rels", f"{nama}.rels")
        if berkas not in self._arsip:
            return {}
        hasil = {}
        for nama, atribut in unsur(self._arsip.isi(berkas), self._batas):
            if nama == "Relationship" and atribut.get("TargetMode") != "External":
                jenis = atribut.get("Type", "").rpartition("/")[2]
                tujuan = self._bagian(map_, atribut.get("Target", ""))
                hasil[atribut.get("Id", "")] = Rujukan(jenis, tujuan)
        return hasil

    def _bagian(self, map_: str, tujuan: str) -> str:
        """Absolute, relative, dotted and percent-encoded targets."""
        tujuan = tujuan.replace("\\", "/")
        penuh = posixpath.normpath(posixpath.join("/", map_, tujuan)).lstrip("/")
        return penuh if penuh in self._arsip else unquote(penuh)

    def _baca(self, rujukan: dict[str, Rujukan]) -> None:
        for nama, atribut in unsur(self._arsip.isi(self.bagian), self._batas):
            if nama == "workbookPr":
                self.sejak_1904 = benar(atribut.get("date1904"))
            elif nama == "sheet":
                self._tambah(atribut, rujukan)
        if len(self.lembar) > self._batas.lembar:
            raise terlalu_besar(
                f"berisi {len(self.lembar)} lembar, paling banyak {self._batas.lembar}"
            )
        if not self.lembar:
            raise rusak("tidak ada lembar kerja")

    def _tambah(self, atribut: Atribut, rujukan: dict[str, Rujukan]) -> None:
        tujuan = rujukan.get(_id_rujukan(atribut))
        if tujuan is None or tujuan.bagian not in self._arsip:
            raise rusak("ada lembar yang hilang")
        if tujuan.jenis == "worksheet":
            tersembunyi = atribut.get("state", "visible") in ("hidden", "veryHidden")
            self.lembar.append(LembarBuku(atribut.get("name", ""), tersembunyi, tujuan.bagian))


def _id_rujukan(atribut: Atribut) -> str:
    return next((nilai for kunci, nilai in atribut.items() if kunci.endswith(":id")), "")


def _menurut_jenis(rujukan: dict[str, Rujukan], jenis: str) -> str:
    return next((r.bagian for r in rujukan.values() if r.jenis == jenis), "")


def _tolak_makro(jenis_isi: str) -> None:
    if "macroEnabled" in jenis_isi:
        raise tolak_format("berisi makro (.xlsm)")
    if "sheet.binary" in jenis_isi:
        raise tolak_format("berformat Excel biner (.xlsb)")
    if "spreadsheetml" not in jenis_isi and jenis_isi:
        raise tolak_format("dokumen Office lain", "Unggah buku kerja .xlsx.")
