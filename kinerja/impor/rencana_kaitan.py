"""What a plan ties to boxes: who answers for them, their labels, what they replace."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from kinerja.aturan.teks import kunci
from kinerja.impor.pencocokan import BarisBuku
from kinerja.impor.potret import Potret
from kinerja.impor.rencana_simpul import BedaMentah
from kinerja.models import Label
from kinerja.models.perubahan import Perubahan

if TYPE_CHECKING:
    from kinerja.models import PerangkatDaerah


class PenyusunKaitan:
    """Adds what the workbook names; what it does not mention stays. ``uid`` by row id."""

    def __init__(self, potret: Potret, uid: Mapping[str, str], keluaran: list[Perubahan]):
        self.potret, self.uid, self.keluaran = potret, uid, keluaran

    def tulis(self, b: BarisBuku, uid: str) -> list[BedaMentah]:
        """Plan the ties of one row; answers what is new, for the preview."""
        if not (b.simpul.lain or b.titipan):
            return []
        beda: list[BedaMentah] = []
        for pk, nama in self.potret.pengampu(b.pengampu)[1]:
            if self._tambah("pengampu", uid, pk):
                beda.append(("Pengampu", "", nama))
        for jenis, nama in b.sebut("label") or ():
            if self._tambah("label", uid, (jenis, nama), (jenis, kunci(nama))):
                beda.append((jenis, "", nama))
        beda += self._menggantikan(b, uid)
        return beda

    def _menggantikan(self, b: BarisBuku, uid: str) -> Iterable[BedaMentah]:
        for lama in b.simpul.lain.get("menggantikan", ()):
            lama_uid = self.uid.get(lama.id)
            isi = {"tahun": b.simpul.lain.get("tahun_mulai")}
            if lama_uid and self._tambah("penggantian", uid, lama_uid, isi=isi):
                yield ("Menggantikan", "", lama.sebutan)

    def _tambah(
        self,
        jenis: str,
        uid: str,
        lain: Any,
        sebagai: Any = None,
        isi: dict[str, Any] | None = None,
    ) -> bool:
        ada = self.potret.kaitan.setdefault(jenis, set())
        tanda = (uid, sebagai or lain)
        if tanda in ada:
            return False
        ada.add(tanda)
        self.keluaran.append(Perubahan(jenis, (uid, lain), None, isi or {}))
        return True


def pasang_label(lembaga: PerangkatDaerah, perubahan: Iterable[Perubahan]) -> list[Perubahan]:
    """The changes with labels as rows of the agency; those that are new are made here."""
    hasil: list[Perubahan] = []
    milik: dict[tuple[str, str], int] = {}
    for p in perubahan:
        if p.jenis == "label" and isinstance(p.kunci[1], tuple):
            if not milik:
                semua = Label.objects.filter(perangkat_daerah=lembaga).order_by("-pk")
                milik = {(x.jenis, kunci(x.nama)): x.pk for x in semua}
            jenis, nama = p.kunci[1]
            if (jenis, kunci(nama)) not in milik:
                baru = Label.objects.create(perangkat_daerah=lembaga, jenis=jenis, nama=nama)
                milik[jenis, kunci(nama)] = baru.pk
            p = Perubahan("label", (p.kunci[0], milik[jenis, kunci(nama)]), None, {})
        hasil.append(p)
    return hasil
