"""Tables of indicators (IKU, targets per year) print no boxes: which box does each belong to?

The indicator of the document with the same text; one at least 90 % alike is a question; else the
sasaran printed beside it, else the box that the planner chose. Nothing is hung up by guessing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kinerja.aturan.jenjang import label
from kinerja.aturan.teks import kunci
from kinerja.aturan.temuan import Temuan, Tingkat, Usul
from kinerja.impor.bacaan import IndikatorBaca, SimpulBaca
from kinerja.impor.pencocokan import MIRIP, BarisBuku, kemiripan
from kinerja.impor.potret import Potret
from kinerja.models.perubahan import Isi
from kinerja.pilihan import AksiImpor

if TYPE_CHECKING:
    from kinerja.impor.bacaan import TabelBaca
    from kinerja.impor.rencana import PilihanRencana

MEDAN_SEBUTAN = ("kinerja", "nama")
_PESAN_BEBERAPA = "Indikator “{}” ada di {} kotak; dimuat ke {}."
_PESAN_MIRIP = (
    "Indikator “{}” mirip “{}” di {}; putuskan apakah indikator yang sama atau indikator baru."
)
_PESAN_TANPA_KOTAK = (
    "{} indikator tidak ada di dokumen ini, misalnya “{}”{}; pilih kotak tempat menggantungnya."
)


@dataclass(frozen=True, slots=True)
class _Ada:
    """An indicator of the document and its box."""

    uid: str
    simpul: str
    teks: str
    utama: bool


@dataclass
class Lepas:
    """``baris``: one per box, with the indicators that go there."""

    baris: list[BarisBuku] = field(default_factory=list)
    temuan: list[Temuan] = field(default_factory=list)


def tempatkan(
    daftar: Iterable[tuple[SimpulBaca, TabelBaca]], potret: Potret, pilihan: PilihanRencana
) -> Lepas:
    """Find the box of every printed indicator; ``IndikatorBaca.uid`` names the one it is."""
    hasil = Lepas()
    for s, tabel in daftar:
        penempat = _Penempat(tabel.lembar, potret, pilihan)
        for i in s.indikator:
            penempat.tempatkan(i)
        hasil.baris += penempat.baris(s, tabel.tahun)
        hasil.temuan += penempat.temuan + list(penempat.tanpa_kotak())
    return hasil


class _Penempat:
    def __init__(self, lembar: str, potret: Potret, pilihan: PilihanRencana):
        self.lembar, self.potret, self.pilihan = lembar, potret, pilihan
        self.ada = [
            _Ada(uid, simpul, kunci(isi["teks"]), bool(isi.get("utama")))
            for simpul in _menurun(potret)
            for uid, isi in potret.indikator.get(simpul, ())
        ]
        self.milik: dict[str, list[IndikatorBaca]] = {}
        self.terpakai: set[str] = set()
        self.lepas: list[IndikatorBaca] = []
        self.temuan: list[Temuan] = []

    def tempatkan(self, i: IndikatorBaca) -> None:
        if not i.teks:
            return
        wadah = self._wadah(i)
        asli = self._sama(i, wadah) or self._mirip(i)
        if asli is not None:
            i.uid = asli.uid
            self.terpakai.add(asli.uid)
        kotak = asli.simpul if asli is not None else wadah or self._pilihan()
        if kotak:
            self.milik.setdefault(kotak, []).append(i)
        else:
            self.lepas.append(i)

    def _wadah(self, i: IndikatorBaca) -> str:
        """The box of the sentence printed beside it, the deepest first; "" when there is none."""
        for jenjang, teks in reversed(i.milik):
            calon = [
                uid
                for uid, isi in self.potret.simpul.items()
                if jenjang.upper() in ("", isi["jenjang"]) and _sebutan_sama(isi, teks)
            ]
            if len(calon) == 1:
                return calon[0]
        return ""

    def _pilihan(self) -> str:
        induk = self.pilihan.induk
        return induk if induk in self.potret.simpul and induk != self.potret.akar else ""

    def _sama(self, i: IndikatorBaca, wadah: str) -> _Ada | None:
        """The same text: beside the printed sasaran, below the chosen box, else the first."""
        calon = [a for a in self._bebas() if a.teks == kunci(i.teks)]
        for kotak in (wadah, self._pilihan()):
            if di_sana := [a for a in calon if kotak and a.simpul == kotak]:
                return di_sana[0]
        calon.sort(key=lambda a: not a.utama)
        if len(calon) > 1:
            pesan = _PESAN_BEBERAPA.format(i.teks, len(calon), self._sebut(calon[0].simpul))
            self._lapor(i, "INDIKATOR_DI_BEBERAPA_KOTAK", pesan, Tingkat.PERINGATAN)
        return calon[0] if calon else None

    def _mirip(self, i: IndikatorBaca) -> _Ada | None:
        """The most similar one, unless the planner says it is another."""
        jawaban = self.pilihan.keputusan.get(self._alamat(i), "")
        if jawaban == AksiImpor.BARU:
            return None
        nilai = {a: kemiripan(kunci(i.teks), a.teks) for a in self._bebas()}
        terbaik = max(nilai, key=lambda a: nilai[a], default=None)
        if terbaik is None or nilai[terbaik] < MIRIP:
            return None
        if jawaban != AksiImpor.SAMA:
            lama = self._teks(terbaik)
            pesan = _PESAN_MIRIP.format(i.teks, lama, self._sebut(terbaik.simpul))
            sel = _sel(i)
            alasan = "indikator yang sudah ada di dokumen"
            usul = Usul(lembar=self.lembar, sel=sel, nilai=lama, alasan=alasan)
            self._lapor(i, "NAMA_MIRIP", pesan, Tingkat.GALAT, usul)
        return terbaik

    def _bebas(self) -> list[_Ada]:
        return [a for a in self.ada if a.uid not in self.terpakai]

    def _teks(self, a: _Ada) -> str:
        milik = dict(self.potret.indikator[a.simpul])
        return str(milik[a.uid]["teks"])

    def _sebut(self, simpul: str) -> str:
        isi = self.potret.simpul[simpul]
        return f"{label(isi['jenjang'])}: {sebutan(isi)}"

    def _alamat(self, i: IndikatorBaca) -> str:
        return f"{self.lembar}!{_sel(i)}"

    def _lapor(
        self, i: IndikatorBaca, kode: str, pesan: str, tingkat: Tingkat, *usul: Usul
    ) -> None:
        temuan = Temuan(kode=kode, pesan=pesan, tingkat=tingkat, usul=usul)
        self.temuan.append(temuan.di(lembar=self.lembar, sel=_sel(i)))

    def tanpa_kotak(self) -> Iterator[Temuan]:
        """Many indicators with nowhere to go are one question."""
        if self.lepas:
            pertama = self.lepas[0]
            di = f" (milik {pertama.milik[-1][1]})" if pertama.milik else ""
            pesan = _PESAN_TANPA_KOTAK.format(len(self.lepas), pertama.teks, di)
            yield Temuan(kode="INDUK_DIPERLUKAN", pesan=pesan).di(
                lembar=self.lembar, sel=_sel(pertama)
            )

    def baris(self, s: SimpulBaca, tahun: int | None) -> Iterator[BarisBuku]:
        """A row per box, as the preview shows it."""
        for uid, indikator in self.milik.items():
            isi = self.potret.simpul[uid]
            baris = SimpulBaca(
                id=f"{s.id}@{uid}",
                induk=None,
                level=isi["jenjang"].lower(),
                nama=isi.get("nama") or "",
                kinerja=isi.get("kinerja") or "",
                indikator=indikator,
                baris=s.baris,
                sel={"indikator": _sel(indikator[0])},
            )
            yield BarisBuku(baris, self.lembar, tahun, jenjang=isi["jenjang"], uid=uid)


def sebutan(isi: Mapping[str, object]) -> str:
    """What a box is called."""
    return str(isi.get("nama") or isi.get("kinerja") or "")


def _sebutan_sama(isi: Isi, teks: str) -> bool:
    tertulis = kunci(teks)
    return any(kunci(str(isi.get(m) or "")) == tertulis for m in MEDAN_SEBUTAN)


def _sel(i: IndikatorBaca) -> str:
    return i.sel.get("indikator", "")


def _menurun(potret: Potret) -> Sequence[str]:
    """Boxes in tree order."""
    urut: list[str] = []
    antre = [potret.akar]
    while antre:
        uid = antre.pop()
        urut.append(uid)
        antre += reversed(potret.anak.get(uid, ()))
    return urut
