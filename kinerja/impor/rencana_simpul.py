"""The boxes of a plan: which row makes one, changes one, moves one."""

from __future__ import annotations

import hashlib
import uuid
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from kinerja.aturan.nomenklatur import BarisResmi
from kinerja.aturan.teks import kunci
from kinerja.aturan.terkait import tulis_terkait
from kinerja.impor.pencocokan import BarisBuku, Pencocokan
from kinerja.impor.potret import Potret
from kinerja.impor.rencana_bagian import kunci_daerah
from kinerja.models.perubahan import Isi, Perubahan

if TYPE_CHECKING:
    from kinerja.impor.rencana import PilihanRencana

NAMA_MEDAN = {
    "kode": "Kode",
    "nomor": "Nomor",
    "nama": "Nama",
    "kinerja": "Kinerja",
    "unit_id": "Unit",
    "pengampu_tertulis": "Pengampu",
    "lokasi": "Lokasi",
    "program_terkait": "Program terkait",
    "tahun_mulai": "Berlaku mulai",
    "tahun_sampai": "Berlaku sampai",
}
BedaMentah = tuple[str, str | Isi | None, str | Isi | None]
"""Field, before, after; typed values stay as they are until somebody looks at them."""


_VARIAN = {f"{n:x}": "89ab"[n & 3] for n in range(16)}


class RuangUid:
    """Names become uids, the same ones for the same seed: ``uuid.uuid5`` at a quarter of its price.

    Preview and apply plan apart, and new rows must get the same uid in both.
    """

    def __init__(self, benih: str):
        self._ruang = uuid.uuid5(uuid.NAMESPACE_OID, benih).bytes

    def uid(self, nama: str) -> str:
        h = hashlib.sha1(self._ruang + nama.encode(), usedforsecurity=False).hexdigest()
        return f"{h[:8]}-{h[8:12]}-5{h[13:16]}-{_VARIAN[h[16]]}{h[17:20]}-{h[20:32]}"


class PenyusunSimpul:
    """Keeps ``potret`` as the tree would look after each row, so that left siblings are right."""

    def __init__(
        self,
        potret: Potret,
        pilihan: PilihanRencana,
        cocok: Pencocokan,
        keluaran: list[Perubahan],
        indikator: Mapping[tuple[str, int], str],
    ):
        self.potret, self.pilihan, self.cocok, self.keluaran = potret, pilihan, cocok, keluaran
        self.indikator = indikator
        self.ruang = RuangUid(pilihan.benih)
        self.uid: dict[str, str] = {}
        self.kiri: dict[str, str] = {}
        self.nama_unit = {str(pk): nama for nama, pk in potret.unit.items()}

    def tulis(self, b: BarisBuku) -> tuple[str, bool, bool, list[BedaMentah]]:
        """Plan one row: the box's uid, whether it is new, whether it moves, what else differs."""
        if b.uid:  # the table prints its indicators only
            self.uid[b.simpul.id] = b.uid
            return b.uid, False, False, []
        lama = self.cocok.pasangan.get(b.simpul.id)
        uid = lama or self.ruang.uid(b.simpul.id)
        self.uid[b.simpul.id] = uid
        induk = self._induk(b, lama)
        pindah, beda = self._ubah(b, uid, induk) if lama else self._buat(b, uid, induk)
        self.kiri[induk] = uid
        return uid, lama is None, pindah, beda

    def _induk(self, b: BarisBuku, lama: str | None) -> str:
        """The printed parent; else the chosen one; else where the box stands, or the root."""
        if b.induk is not None:
            return self.uid[b.induk]
        if self.pilihan.induk in self.potret.simpul and self.pilihan.induk != lama:
            return self.pilihan.induk
        return self.potret.simpul[lama]["induk"] if lama else self.potret.akar

    def _buat(self, b: BarisBuku, uid: str, induk: str) -> tuple[bool, list[BedaMentah]]:
        isi = {"jenjang": b.jenjang, **self._isi(b, induk), "induk": induk}
        setelah = self._sisipkan(b, uid, induk)
        self.potret.simpul[uid] = isi
        self.keluaran.append(Perubahan("simpul", (uid,), None, isi | {"setelah": setelah}))
        return False, []

    def _ubah(self, b: BarisBuku, uid: str, induk: str) -> tuple[bool, list[BedaMentah]]:
        kini = self.potret.simpul[uid]
        baru = {m: v for m, v in self._isi(b, induk).items() if kini.get(m) != v}
        if not {"kode", "nama"} & baru.keys():  # only what is called otherwise is looked up anew
            baru.pop("nomenklatur_id", None)
        lama: Isi = {m: kini.get(m) for m in baru}
        beda: list[BedaMentah] = [
            (NAMA_MEDAN[m], self._teks(m, lama[m]), self._teks(m, v))
            for m, v in baru.items()
            if m in NAMA_MEDAN
        ]
        pindah = kini["induk"] != induk
        if pindah:
            saudara = self.potret.anak[kini["induk"]]
            letak = saudara.index(uid)
            lama |= {"induk": kini["induk"], "setelah": saudara[letak - 1] if letak else None}
            saudara.remove(uid)
            baru |= {"induk": induk, "setelah": self._sisipkan(b, uid, induk)}
        if baru:
            kini.update({m: v for m, v in baru.items() if m != "setelah"})
            self.keluaran.append(Perubahan("simpul", (uid,), lama, baru))
        return pindah, beda

    def _isi(self, b: BarisBuku, induk: str) -> Isi:
        """The columns a row fills, with the official row by code, else by name below its parent,
        and the indicator of its parent that it serves.
        """
        isi = isi_simpul(b, self.potret)
        if (resmi := baris_resmi(self.potret, b, induk)) is not None:
            isi["nomenklatur_id"] = resmi.id
        letak = b.simpul.lain.get("indikator_induk")
        if letak is not None and b.induk is not None and (b.induk, letak) in self.indikator:
            isi["indikator_induk"] = self.indikator[b.induk, letak]
        return isi

    def _teks(self, medan: str, nilai: Any) -> str:
        if medan == "unit_id":
            return self.nama_unit.get(str(nilai), "")
        if isinstance(nilai, list):
            return "\n".join(nilai)
        return str(nilai or "")

    def _sisipkan(self, b: BarisBuku, uid: str, induk: str) -> str | None:
        """After the row above it, else before the next row that stands there, else last."""
        saudara = self.potret.anak.setdefault(induk, [])
        kiri = self.kiri.get(induk)
        if kiri is not None:
            letak = saudara.index(kiri) + 1 if saudara[-1:] != [kiri] else len(saudara)
        else:
            kanan = self.cocok.kanan(b, set(saudara)) if saudara else None
            letak = saudara.index(kanan) if kanan else len(saudara)
        saudara.insert(letak, uid)
        return saudara[letak - 1] if letak else None


def baris_resmi(potret: Potret, b: BarisBuku, induk: str) -> BarisResmi | None:
    """The row of the document's list that a box below ``induk`` is."""
    daftar, kotak = potret.nomenklatur, potret.simpul[induk]
    if not daftar:
        return None
    induk_resmi = daftar.menurut_id(kotak.get("nomenklatur_id"))
    if induk_resmi is None:
        induk_resmi = daftar.menurut_kode(kotak["jenjang"], kotak.get("kode") or "")
    return daftar.cari(b.jenjang, b.simpul.kode, b.simpul.nama, induk_resmi)


def isi_simpul(b: BarisBuku, potret: Potret) -> Isi:
    """The columns a row fills. Empty cells say nothing."""
    s = b.simpul
    sendiri = bool(s.unit) and potret.lembaga_sendiri(s.unit)
    unit = potret.unit.get(kunci(s.unit)) if s.unit and not sendiri else None
    tertulis, lembaga = potret.pengampu(b.pengampu)
    isi: Isi = {
        "kode": s.kode,
        "nomor": s.no,
        "nama": s.nama,
        "kinerja": s.kinerja,
        "unit_id": unit,
        "pengampu_tertulis": tertulis or ("" if unit or sendiri or lembaga else s.unit),
    }
    if s.lain:
        terkait = map(tulis_terkait, s.lain.get("program_terkait") or ())
        isi["program_terkait"] = [t for t in terkait if t]
        isi["lokasi"] = str(s.lain.get("lokasi") or "")
        isi["tahun_mulai"] = s.lain.get("tahun_mulai")
        isi["tahun_sampai"] = s.lain.get("tahun_sampai")
    if b.daerah:
        isi["mendukung_id"] = potret.didukung(kunci_daerah(b.daerah))
    return {medan: nilai for medan, nilai in isi.items() if nilai}
