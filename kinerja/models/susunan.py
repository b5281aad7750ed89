"""The shape of one tree: read, change in memory, number anew, write in a few statements."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db.models import F

from kinerja.aturan.temuan import tolak
from kinerja.models.geseran import deret, kasus
from kinerja.models.perubahan import Isi, Perubahan, aman, beda
from kinerja.models.simpul import Simpul
from kinerja.models.sisipan import sisipkan

if TYPE_CHECKING:
    from kinerja.models.pohon import Pohon

MEDAN_SIMPUL = (
    *("jenjang", "kode", "nomor", "nama", "kinerja", "nomenklatur_id", "unit_id"),
    *("tahun_mulai", "tahun_sampai", "mendukung_id", "pengampu_tertulis", "lokasi"),
    *("peran", "program_terkait", "varian", "asal_uid"),
)
"""Plain columns; ``indikator_induk`` (uid), ``induk`` and ``setelah`` come on top."""

BAWAAN: Isi = {
    **dict.fromkeys(("indikator_induk", *MEDAN_SIMPUL)),
    **dict.fromkeys(("kode", "nomor", "nama", "kinerja", "pengampu_tertulis", "lokasi"), ""),
    "peran": "",
    "program_terkait": [],
    "varian": [],
}
"""What a field that a new node doesn't name starts with."""

BERDAFTAR = ("program_terkait", "varian")

BANYAK_GESER = 150
"""Beyond this many shifted runs a CASE grows longer than updating row by row."""

BERKODE = frozenset({"kode", "unit_id", "tahun_mulai", "induk"})
"""What decides whether two siblings share a kode."""


@dataclass
class Titik:
    """One node in memory. ``pk`` is None until it is written."""

    uid: str
    pk: int | None
    induk: str | None
    lft: int = 0
    rght: int = 0
    level: int = 0
    isi: Isi = field(default_factory=dict)
    anak: list[str] = field(default_factory=list)


class Susunan:
    """All nodes of a Pohon, by uid. Works on the rows as read under the Pohon's lock."""

    def __init__(self, pohon: Pohon):
        self.pohon = pohon
        self.titik: dict[str, Titik] = {}
        self.akar = ""
        kolom = ("pk", "uid", "induk__uid", "lft", "rght", "level", "tree_id")
        daftar = Simpul.objects.filter(pohon=pohon).order_by("lft", "pk")
        for pk, uid, induk, lft, rght, level, tree_id, *isi in daftar.values_list(
            *kolom, "indikator_induk__uid", *MEDAN_SIMPUL
        ):
            t = Titik(str(uid), pk, str(induk) if induk else None, lft, rght, level)
            t.isi = dict(zip(("indikator_induk", *MEDAN_SIMPUL), map(aman, isi), strict=True))
            self.titik[t.uid] = t
            if t.induk is None:
                self.akar, self.tree_id = t.uid, tree_id
        for t in self.titik.values():
            if t.induk is not None:
                self.titik[t.induk].anak.append(t.uid)

    @classmethod
    def dari(cls, pohon: Pohon) -> Susunan:
        """The tree of a locked document, read once for plan and write."""
        if pohon.terbaca is None:
            return cls(pohon)
        if pohon.terbaca.susunan is None:
            pohon.terbaca.susunan = cls(pohon)
        susunan: Susunan = pohon.terbaca.susunan
        return susunan

    def isi(self, uid: str) -> Isi | None:
        """The state of a node as the history keeps it, None when there is no such node."""
        t = self.titik.get(uid)
        return None if t is None else t.isi | self._letak(t)

    def jenjang(self, uid: str) -> str:
        return self.titik[uid].isi["jenjang"]

    def keturunan(self, uid: str) -> Iterator[str]:
        """The node and everything below it, in tree order."""
        tumpukan = [uid]
        while tumpukan:
            kini = tumpukan.pop()
            yield kini
            tumpukan += reversed(self.titik[kini].anak)

    def tertulis(self) -> dict[str, tuple[int, str]]:
        """(primary key, jenjang) of every node that has a row."""
        return {u: (t.pk, t.isi["jenjang"]) for u, t in self.titik.items() if t.pk is not None}

    def terapkan(self, daftar: Sequence[Perubahan]) -> tuple[list[Perubahan], list[Titik]]:
        """Apply the changes in memory, in order; answers what happened and the nodes taken out.

        What happened has the places as they were at each step, so that its reverse, last step
        first, leads back exactly.
        """
        nyata, dibuang = [], []
        for p in daftar:
            uid = p.kunci[0]
            sebelum = self.isi(uid)
            if (sebelum is None) != (p.sebelum is None):
                pesan = "Kotak itu sudah tidak ada, atau sudah ada; muat ulang lalu ulangi."
                raise tolak("RENCANA_BASI", pesan)
            if p.sesudah is None:
                dibuang.append(self._buang(uid))
                nyata.append(p._replace(sebelum=sebelum))
            elif sebelum is None:
                self._taruh(uid, p.sesudah)
                nyata.append(p._replace(sesudah=p.sesudah | self._letak(self.titik[uid])))
            else:
                medan = self._ubah(uid, p)
                kini = self.titik[uid].isi | self._letak(self.titik[uid])
                potong = ({m: isi[m] for m in medan} for isi in (sebelum, kini))
                nyata.append(Perubahan(p.jenis, p.kunci, *potong))
        return nyata, dibuang

    def _buang(self, uid: str) -> Titik:
        t = self.titik[uid]
        if t.anak:
            pesan = (
                f"“{_sebutan(t)}” masih mempunyai turunan; pindahkan atau hapus turunannya dahulu."
            )
            raise tolak("MASIH_BERTURUNAN", pesan)
        self.titik[t.induk or ""].anak.remove(uid)
        return self.titik.pop(uid)

    def _taruh(self, uid: str, isi: Isi) -> None:
        if isi["induk"] not in self.titik:
            pesan = "Induknya sudah tidak ada; pilih induk lain."
            raise tolak("INDUK_HILANG", pesan)
        milik = {k: v for k, v in isi.items() if k not in ("induk", "setelah")}
        self.titik[uid] = Titik(
            uid, None, isi["induk"], isi=BAWAAN | {m: [] for m in BERDAFTAR} | milik
        )
        self._sisipkan(uid, isi["induk"], isi.get("setelah"))

    def _ubah(self, uid: str, p: Perubahan) -> list[str]:
        """Answers the fields that the change touches. A new parent has other indicators."""
        t, baru = self.titik[uid], beda(p)
        if pindah := bool({"induk", "setelah"} & set(baru)):
            induk = (p.sesudah or {}).get("induk", t.induk)
            if induk not in self.titik or induk in set(self.keturunan(uid)):
                pesan = "Tidak dapat dipindah ke dalam dirinya atau ke induk yang sudah tidak ada."
                raise tolak("INDUK_TIDAK_SAH", pesan)
            self.titik[t.induk or ""].anak.remove(uid)
            if induk != t.induk and t.isi["indikator_induk"]:
                baru = {"indikator_induk": None} | baru
            t.induk = induk
            self._sisipkan(uid, induk, (p.sesudah or {}).get("setelah"))
        medan = [k for k in baru if k not in ("induk", "setelah")]
        t.isi = t.isi | {k: baru[k] for k in medan}
        return [*medan, "induk", "setelah"] if pindah else medan

    def _sisipkan(self, uid: str, induk: str, setelah: str | None) -> None:
        """After the named left sibling; first when None; last when that sibling is elsewhere."""
        saudara = self.titik[induk].anak
        if setelah is None:
            saudara.insert(0, uid)
        elif setelah in saudara:
            saudara.insert(saudara.index(setelah) + 1, uid)
        else:
            saudara.append(uid)

    def _letak(self, t: Titik) -> Isi:
        """The parent and the left sibling."""
        if t.induk is None:
            return {"induk": None, "setelah": None}
        saudara = self.titik[t.induk].anak
        letak = saudara.index(t.uid)
        return {"induk": t.induk, "setelah": saudara[letak - 1] if letak else None}

    def nomori(self) -> dict[str, tuple[int, int, int]]:
        """New (lft, rght, level) of every node, gap-free from 1."""
        hasil: dict[str, tuple[int, int, int]] = {}
        buka: dict[str, int] = {}
        hitung = 0
        tumpukan: list[tuple[str, int, bool]] = [(self.akar, 0, False)]
        while tumpukan:
            uid, level, tutup = tumpukan.pop()
            hitung += 1
            if tutup:
                hasil[uid] = (buka[uid], hitung, level)
                continue
            buka[uid] = hitung
            tumpukan.append((uid, level, True))
            tumpukan += [(a, level + 1, False) for a in reversed(self.titik[uid].anak)]
        return hasil

    def tulis(
        self,
        daftar: Sequence[Perubahan],
        dibuang: Sequence[Titik],
        nomor: dict[str, tuple[int, int, int]],
    ) -> None:
        """Write what ``terapkan`` answered: deletions, shifts, then new and changed rows.

        From the top down: a row is written when its parent stands as it will stand.
        """
        _hapus([t.pk for t in dibuang if t.pk is not None])
        self._geser(nomor)
        ubah = [p for p in daftar if p.sebelum is not None and p.sesudah is not None]
        baru = [uid for uid, t in self.titik.items() if t.pk is None]
        if len(ubah) > 1 or baru:
            self._lepas_kode(ubah)
        tingkat: dict[int, tuple[list[str], list[Perubahan]]] = {}
        for uid in baru:
            tingkat.setdefault(nomor[uid][2], ([], []))[0].append(uid)
        for p in ubah:
            tingkat.setdefault(nomor[p.kunci[0]][2], ([], []))[1].append(p)
        for level in sorted(tingkat):
            self._buat(tingkat[level][0], nomor)
            for p in tingkat[level][1]:
                self._tulis_kolom(p)

    def _geser(self, nomor: dict[str, tuple[int, int, int]]) -> None:
        lama = {u: t for u, t in self.titik.items() if t.pk is not None}
        geser = {t.lft: nomor[u][0] - t.lft for u, t in lama.items()}
        geser |= {t.rght: nomor[u][1] - t.rght for u, t in lama.items()}
        geseran = deret(geser)
        milik = Simpul._base_manager.filter(pohon=self.pohon)
        if len(geseran) <= BANYAK_GESER:
            if any(d for _, _, d in geseran):
                milik.update(lft=kasus("lft", geseran), rght=kasus("rght", geseran))
            beda_level = [u for u, t in lama.items() if t.level != nomor[u][2]]
        else:
            objek = [
                Simpul(pk=t.pk, lft=nomor[u][0], rght=nomor[u][1], level=nomor[u][2])
                for u, t in lama.items()
                if (t.lft, t.rght, t.level) != nomor[u]
            ]
            Simpul._base_manager.bulk_update(objek, ["lft", "rght", "level"], batch_size=300)
            beda_level = []
        for selisih in {nomor[u][2] - lama[u].level for u in beda_level}:
            pk = [lama[u].pk for u in beda_level if nomor[u][2] - lama[u].level == selisih]
            milik.filter(pk__in=pk).update(level=F("level") + selisih)

    def _lepas_kode(self, ubah: Sequence[Perubahan]) -> None:
        """Siblings may pass a kode on to each other or to a new one: all let go of theirs first."""
        pk = [self.titik[p.kunci[0]].pk for p in ubah if BERKODE & set(beda(p))]
        Simpul._base_manager.filter(pk__in=pk).exclude(kode="").update(kode="")

    def _tulis_kolom(self, p: Perubahan) -> None:
        t, baru = self.titik[p.kunci[0]], beda(p)
        kolom: dict[str, Any] = {k: v for k, v in baru.items() if k in MEDAN_SIMPUL}
        if BERKODE & set(baru):
            kolom["kode"] = t.isi["kode"]
        if "induk" in baru:
            kolom["induk_id"] = self.titik[t.induk or ""].pk
            kolom["indikator_induk"] = None  # set again once all indicators stand
        Simpul._base_manager.filter(pk=t.pk).update(**kolom, versi=F("versi") + 1)

    def _buat(self, baru: Sequence[str], nomor: dict[str, tuple[int, int, int]]) -> None:
        kolom = [self._kolom(uid, nomor[uid]) for uid in baru]
        for uid, pk in sisipkan(Simpul, kolom, kembali=("uid", "id")):
            self.titik[str(uid if isinstance(uid, UUID) else UUID(uid))].pk = pk

    def _kolom(self, uid: str, nomor: tuple[int, int, int]) -> dict[str, Any]:
        t = self.titik[uid]
        isi = {k: v for k, v in t.isi.items() if k != "indikator_induk"}
        lft, rght, level = nomor
        isi |= {"lft": lft, "rght": rght, "level": level, "tree_id": self.tree_id}
        return isi | {
            "uid": uid,
            "pohon_id": self.pohon.pk,
            "induk_id": self.titik[t.induk or ""].pk,
        }


def _hapus(pk: list[int]) -> None:
    for awal in range(0, len(pk), 500):
        potong = Simpul._base_manager.filter(pk__in=pk[awal : awal + 500])
        potong._raw_delete(potong.db)  # rows that hang on them are gone; foreign keys still guard


def _sebutan(t: Titik) -> str:
    return (t.isi.get("nama") or t.isi.get("kinerja") or "")[:80]
