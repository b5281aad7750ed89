"""A document as the texts of its workbook; what comes back is compared with the same texts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from kinerja.aturan.jenjang import jenjang_pagu
from kinerja.impor.buku_kerja.bentuk import ANGGARAN, INDIKATOR, JUMLAH, POHON, TARGET
from kinerja.impor.buku_kerja.ikatan import Ikatan
from kinerja.impor.buku_kerja.kata import PAGU, sebutan
from kinerja.impor.potret import Potret
from kinerja.models.perubahan import Isi
from kinerja.pilihan import Triwulan

TERPANJANG = 32_000
"""A cell takes 32,767 characters; longer texts are cut on both sides and so never change."""
SETAHUN = int(Triwulan.SETAHUN)
MEDAN_KOTAK = {
    "jenjang": "jenjang",
    "nomor": "nomor",
    "kode": "kode",
    "nama": "nama",
    "kinerja": "kinerja",
    "unit": "unit_id",
    "pengampu": "pengampu_tertulis",
    "peran": "peran",
    "terkait": "program_terkait",
    "lokasi": "lokasi",
    "mulai": "tahun_mulai",
    "sampai": "tahun_sampai",
}
"""Column -> field of a box."""
MEDAN_INDIKATOR = (
    *("teks", "satuan", "arah", "agregasi", "jenis_nilai", "frekuensi", "formulasi"),
    *("definisi", "sumber_data", "penanggung_jawab", "keterangan", "nomor", "utama"),
)
BERDAFTAR = {
    "jenjang": "jenjang",
    "peran": "peran",
    "arah": "arah",
    "agregasi": "agregasi",
    "jenis_nilai": "jenis_nilai",
    "frekuensi": "frekuensi",
    "utama": "ya",
}
"""Field -> list of its words."""


@dataclass
class IsiBuku:
    """Rows by sheet and hidden key; each row maps a column to its text."""

    lembar: dict[str, dict[str, dict[str, str]]]
    baseline: list[int] = field(default_factory=list)
    tahun: list[int] = field(default_factory=list)


def rapi(teks: str) -> str:
    """One spelling of line ends and no blanks around; cut to what a cell takes."""
    return teks.replace("\r\n", "\n").replace("\r", "\n").strip()[:TERPANJANG]


def kunci_target(indikator: str, triwulan: int) -> str:
    return f"{indikator}|{triwulan}"


def kunci_anggaran(simpul: str, jenis: str, dana: str) -> str:
    return f"{simpul}|{jenis}|{dana}"


def susun_isi(
    potret: Potret, *, tahun: Sequence[int] = (), baseline: Sequence[int] = ()
) -> IsiBuku:
    """All sheets. Numbers are those in force at the last stage opened in each year.

    ``tahun`` and ``baseline`` are offered even where the document has no numbers yet.
    """
    return _Penyusun(potret).susun(tahun, baseline)


def teks_medan(potret: Potret, medan: str, nilai: Any) -> str:
    """One field of a box or indicator as its cell shows it."""
    if medan == "unit_id":
        return rapi(potret.nama_unit.get(nilai, "")) if nilai else ""
    if medan in BERDAFTAR and nilai in (None, ""):
        return ""
    if medan in BERDAFTAR:
        return sebutan(BERDAFTAR[medan], nilai)
    if isinstance(nilai, list):
        return rapi("\n".join(map(str, nilai)))
    return "" if nilai is None else rapi(str(nilai))


class _Penyusun:
    def __init__(self, potret: Potret):
        self.potret = potret
        self.ikatan = Ikatan(potret)
        self.id_kotak = {potret.akar: JUMLAH}
        self.nama = {potret.akar: "Seluruh dokumen"}

    def susun(self, tahun: Sequence[int], baseline: Sequence[int]) -> IsiBuku:
        pohon = dict(self._pohon())
        indikator = dict(self._indikator(pohon))
        angka_target, tahun_awal, tahun_target = self._target(indikator)
        angka_uang, tahun_uang = self._anggaran(pohon)
        return IsiBuku(
            lembar={POHON: pohon, INDIKATOR: indikator, TARGET: angka_target, ANGGARAN: angka_uang},
            baseline=sorted({*baseline, *tahun_awal}),
            tahun=sorted({*tahun, *tahun_target, *tahun_uang}),
        )

    def _pohon(self) -> Iterator[tuple[str, dict[str, str]]]:
        tumpukan = list(reversed(self.potret.anak[self.potret.akar]))
        nomor = 0
        while tumpukan:
            uid = tumpukan.pop()
            nomor += 1
            self.id_kotak[uid] = f"K{nomor}"
            isi = self.potret.simpul[uid]
            self.nama[uid] = rapi(isi.get("nama") or isi.get("kinerja") or "")
            induk = isi["induk"]
            teks = {k: teks_medan(self.potret, m, isi.get(m)) for k, m in MEDAN_KOTAK.items()}
            teks |= {k: rapi(satu) for k, satu in self.ikatan.teks(uid).items()}
            teks |= {"id": f"K{nomor}", "urut": str(nomor), "versi": self._versi(uid)}
            teks["induk"] = "" if induk == self.potret.akar else self.id_kotak[induk]
            yield uid, teks
            tumpukan += reversed(self.potret.anak.get(uid, ()))

    def _indikator(self, pohon: dict[str, dict[str, str]]) -> Iterator[tuple[str, dict[str, str]]]:
        nomor = 0
        for simpul in pohon:
            for uid, isi in self.potret.indikator.get(simpul, ()):
                nomor += 1
                teks = {m: teks_medan(self.potret, m, isi.get(m)) for m in MEDAN_INDIKATOR}
                teks |= {"id": f"I{nomor}", "urut": str(nomor), "versi": self._versi(uid)}
                teks |= {"kotak": self.id_kotak[simpul], "nama_kotak": self.nama[simpul]}
                yield uid, teks

    def _target(
        self, indikator: dict[str, dict[str, str]]
    ) -> tuple[dict[str, dict[str, str]], set[int], set[int]]:
        berlaku = berlaku_target(self.potret)
        masa: dict[str, set[int]] = {uid: {SETAHUN} for uid in indikator}
        for uid, _, triwulan in berlaku:
            masa[uid].add(triwulan)
        hasil = {
            kunci_target(uid, triwulan): {
                "indikator": indikator[uid]["id"],
                "nama_indikator": indikator[uid]["teks"],
                "triwulan": sebutan("triwulan", triwulan),
                "versi": str(self.potret.versi),
            }
            for uid in indikator
            for triwulan in sorted(masa[uid])
        }
        for (uid, tahun, triwulan), isi in berlaku.items():
            hasil[kunci_target(uid, triwulan)][f"target_{tahun}"] = rapi(isi["mentah"])
        awal = self.potret.baris["baseline"]
        for (uid, tahun), isi in awal.items():
            hasil[kunci_target(uid, SETAHUN)][f"baseline_{tahun}"] = rapi(isi["mentah"])
        return hasil, {t for _, t in awal}, {t for _, t, _ in berlaku}

    def _anggaran(
        self, pohon: dict[str, dict[str, str]]
    ) -> tuple[dict[str, dict[str, str]], set[int]]:
        """Rows in tree order, the whole document last; a box that may hold money has one."""
        milik: dict[str, dict[tuple[str, str], dict[int, Isi]]] = {}
        for (simpul, tahun, jenis, dana), isi in berlaku_uang(self.potret).items():
            milik.setdefault(simpul, {}).setdefault((jenis, dana), {})[tahun] = isi
        hasil: dict[str, dict[str, str]] = {}
        for simpul in (*pohon, self.potret.akar):
            baris = milik.get(simpul, {})
            terbawah = self.potret.jenjang(simpul) == jenjang_pagu(9999)
            if terbawah and not any(jenis == PAGU for jenis, _ in baris):
                baris = {(PAGU, ""): {}} | baris
            for (jenis, dana), angka in sorted(baris.items(), key=lambda b: _urutan(*b[0])):
                teks = {f"nilai_{t}": rapi(isi["mentah"]) for t, isi in angka.items()}
                teks |= {"kotak": self.id_kotak[simpul], "nama_kotak": self.nama[simpul]}
                teks |= {"jenis": sebutan("jenis_anggaran", jenis), "sumber_dana": rapi(dana)}
                teks["versi"] = str(self.potret.versi)
                hasil[kunci_anggaran(simpul, jenis, dana)] = teks
        return hasil, {t for b in milik.values() for angka in b.values() for t in angka}

    def _versi(self, uid: str) -> str:
        return str(self.potret.versi_baris.get(uid, 1))


def _urutan(jenis: str, dana: str) -> tuple[bool, str, str]:
    return (jenis != PAGU, jenis, dana)


def berlaku_target(potret: Potret) -> dict[tuple[str, int, int], Isi]:
    """Targets in force: (indikator, tahun, triwulan) -> value."""
    return {
        (str(k[0]), int(k[1]), int(k[2])): isi
        for k, isi in _berlaku(potret, "target", letak=3).items()
    }


def berlaku_uang(potret: Potret) -> dict[tuple[str, int, str, str], Isi]:
    """Money in force: (simpul, tahun, jenis, sumber dana) -> amount; claims have no fund."""
    pagu = {
        (str(k[0]), int(k[1]), PAGU, str(k[2])): isi
        for k, isi in _berlaku(potret, "pagu", letak=2).items()
    }
    klaim = {
        (str(k[0]), int(k[1]), str(k[2]), ""): isi
        for k, isi in _berlaku(potret, "klaim", letak=2).items()
    }
    return pagu | klaim


def _berlaku(potret: Potret, jenis: str, *, letak: int) -> dict[tuple[Any, ...], Isi]:
    """Of the rows that differ in their stage alone, the one of the latest stage."""
    hasil: dict[tuple[Any, ...], Isi] = {}
    peringkat: dict[tuple[Any, ...], int] = {}
    for kunci, isi in potret.baris[jenis].items():
        urutan = potret.sampai(int(kunci[1]), "")
        tahap = kunci[letak]
        if tahap not in urutan:
            continue
        tanpa = (*kunci[:letak], *kunci[letak + 1 :])
        nomor = urutan.index(tahap)
        if nomor < peringkat.get(tanpa, len(urutan)):
            hasil[tanpa], peringkat[tanpa] = isi, nomor
    return hasil
