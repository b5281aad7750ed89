"""Verbs of Pohon that fill a box: indicators, targets, pagu, claims, labels."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from kinerja.aturan.angka import Nilai, baca_rupiah, baca_target
from kinerja.aturan.jenjang import periksa_klaim, periksa_pagu
from kinerja.aturan.perbaikan import lupakan_perbaikan
from kinerja.aturan.teks import cuplik
from kinerja.aturan.temuan import tolak, tolak_bila
from kinerja.models.anggaran import Tahap
from kinerja.models.indikator import Indikator
from kinerja.models.lembar import temuan_lembar
from kinerja.models.penyusunan import tolak_bila_asing, tolak_bila_bentrok
from kinerja.models.perubahan import Isi, Kunci, Perubahan, aman, baca_baris
from kinerja.models.riwayat import Riwayat
from kinerja.models.simpul import Simpul
from kinerja.models.tabel_pohon import MEDAN_INDIKATOR, TABEL_INDIKATOR
from kinerja.pilihan import JenisKlaim, JenisNilai, Triwulan

if TYPE_CHECKING:
    from kinerja.models.orang import Pengguna
    from kinerja.models.pohon import Pohon


HALUS = Decimal("0.000001")
"""Finer than this a target is not kept."""


class Pengisian:
    """Mixed into Pohon. Amounts and targets come as typed text; "" takes the row away."""

    _tulis: Any
    pk: Any

    def tambah_indikator(
        self, simpul: Simpul, *, teks: str, oleh: Pengguna, pada: datetime, **isi: Any
    ) -> Indikator:
        """Add an indicator after the others of the box; ``isi`` gives satuan, arah and so on."""
        tolak_bila_asing(self, simpul)
        uid, bersih = str(uuid.uuid4()), _rapikan_indikator({"teks": teks, **isi})
        if not bersih["teks"]:
            raise tolak("INDIKATOR_KOSONG", "Isi kalimat indikatornya.")

        def susun(pohon: Pohon) -> list[Perubahan]:
            ada = baca_baris(pohon, "indikator", simpul=[str(simpul.uid)])
            urutan = 1 + max((i["urutan"] for _, i in ada.values()), default=0)
            sesudah = bersih | {"simpul": str(simpul.uid), "urutan": urutan}
            return [Perubahan("indikator", (uid,), None, sesudah)]

        ringkasan = f"Indikator “{cuplik(bersih['teks'], 120)}” ditambahkan"
        self._tulis("tambah_indikator", ringkasan, susun, oleh=oleh, pada=pada)
        return Indikator.objects.get(pohon_id=self.pk, uid=uid)

    def ubah_indikator(
        self,
        indikator: Indikator,
        isi: Mapping[str, Any],
        *,
        oleh: Pengguna,
        pada: datetime,
        lama: Mapping[str, Any] | None = None,
    ) -> Riwayat | None:
        """Change fields of an indicator, compare-and-set when ``lama`` is given."""
        tolak_bila_asing(self, indikator)
        kunci, bersih = (str(indikator.uid),), _rapikan_indikator(isi)
        if bersih.get("teks") == "":
            raise tolak("INDIKATOR_KOSONG", "Isi kalimat indikatornya, atau hapus indikatornya.")
        if "lembar" in bersih:
            tolak_bila(temuan_lembar(indikator, bersih["lembar"]))
        return self._ubah_baris(
            "indikator", kunci, bersih, lama, f"Indikator “{cuplik(indikator.teks, 120)}” diubah",
            oleh=oleh, pada=pada,
        )  # fmt: skip

    def hapus_indikator(
        self, indikator: Indikator, *, oleh: Pengguna, pada: datetime
    ) -> Riwayat | None:
        """Delete an indicator with its targets and baselines."""
        tolak_bila_asing(self, indikator)
        uid = str(indikator.uid)

        def susun(pohon: Pohon) -> list[Perubahan]:
            return [
                Perubahan(jenis, kunci, keadaan, None)
                for jenis in (*TABEL_INDIKATOR, "indikator")
                for kunci, (_, keadaan) in baca_baris(pohon, jenis, kunci={uid}).items()
            ]

        ringkasan = f"Indikator “{cuplik(indikator.teks, 120)}” dihapus"
        return self._tulis("hapus_indikator", ringkasan, susun, oleh=oleh, pada=pada)

    def isi_target(
        self,
        indikator: Indikator,
        teks: str,
        *,
        tahun: int,
        oleh: Pengguna,
        pada: datetime,
        triwulan: int = Triwulan.SETAHUN,
        tahap: str = "",
        lama: str | None = None,
    ) -> Riwayat | None:
        """Type a target. ``lama`` is the raw text the writer saw ("" = none), else Bentrok."""
        tolak_bila_asing(self, indikator)
        kode = Tahap.kode_ditulis(self.perangkat_daerah, tahun, tahap)  # type: ignore[attr-defined]
        kunci = (str(indikator.uid), tahun, int(triwulan), kode)
        isi = baca_isi_target(teks, indikator.satuan)
        kata = Triwulan(triwulan).label
        masa = f"{tahun} {kata[0].lower()}{kata[1:]}" if triwulan else str(tahun)
        return self._isi_baris(
            "target", kunci, isi, lama, f"Target {masa} “{cuplik(indikator.teks, 100)}”",
            oleh=oleh, pada=pada,
        )  # fmt: skip

    def isi_baseline(
        self,
        indikator: Indikator,
        teks: str,
        *,
        tahun: int,
        oleh: Pengguna,
        pada: datetime,
        lama: str | None = None,
    ) -> Riwayat | None:
        """Type the start value of a year."""
        tolak_bila_asing(self, indikator)
        kunci = (str(indikator.uid), tahun)
        isi = baca_isi_target(teks, indikator.satuan)
        return self._isi_baris(
            "baseline", kunci, isi, lama, f"Kondisi awal {tahun} “{cuplik(indikator.teks, 100)}”",
            oleh=oleh, pada=pada,
        )  # fmt: skip

    def isi_pagu(
        self,
        simpul: Simpul,
        teks: str,
        *,
        tahun: int,
        oleh: Pengguna,
        pada: datetime,
        tahap: str = "",
        sumber_dana: str = "",
        lama: str | None = None,
    ) -> Riwayat | None:
        """Type the pagu of a box on the lowest level, in rupiah."""
        tolak_bila_asing(self, simpul)
        tolak_bila(periksa_pagu(simpul.jenjang, tahun))
        kode = Tahap.kode_ditulis(self.perangkat_daerah, tahun, tahap)  # type: ignore[attr-defined]
        kunci = (str(simpul.uid), tahun, kode, sumber_dana.strip())
        return self._isi_baris(
            "pagu", kunci, baca_isi_rupiah(teks), lama, f"Pagu {tahun} “{simpul.sebutan[:100]}”",
            oleh=oleh, pada=pada,
        )  # fmt: skip

    def isi_klaim(
        self,
        simpul: Simpul,
        teks: str,
        *,
        tahun: int,
        oleh: Pengguna,
        pada: datetime,
        tahap: str = "",
        jenis: str = JenisKlaim.PAGU,
        lama: str | None = None,
    ) -> Riwayat | None:
        """Type what a document writes above the level that holds money."""
        tolak_bila_asing(self, simpul)
        tolak_bila(periksa_klaim(simpul.jenjang, tahun, jenis))
        kode = Tahap.kode_ditulis(self.perangkat_daerah, tahun, tahap)  # type: ignore[attr-defined]
        kunci = (str(simpul.uid), tahun, kode, str(jenis))
        return self._isi_baris(
            "klaim", kunci, baca_isi_rupiah(teks), lama,
            f"Pagu tertulis {tahun} “{cuplik(simpul.sebutan, 100)}”", oleh=oleh, pada=pada,
        )  # fmt: skip

    def _isi_baris(
        self,
        jenis: str,
        kunci: Kunci,
        isi: Isi | None,
        lama: str | None,
        ringkasan: str,
        **siapa: Any,
    ) -> Riwayat | None:
        """Set, change or take away one typed value; ``ringkasan`` lacks what was done."""
        ringkasan = f"{ringkasan} {'dikosongkan' if isi is None else 'diisi'}"

        def susun(pohon: Pohon) -> list[Perubahan]:
            _, kini = baca_baris(pohon, jenis, kunci={kunci[0]}).get(kunci, (0, None))
            if lama is not None:
                mentah = {"mentah": kini["mentah"] if kini else ""}
                baru = {"mentah": isi["mentah"] if isi else ""}
                tolak_bila_bentrok(mentah, baru, {"mentah": lama})
            return perubahan_nilai(jenis, kunci, kini, isi)

        return self._tulis(f"isi_{jenis}", ringkasan, susun, **siapa)

    def _ubah_baris(
        self,
        jenis: str,
        kunci: Kunci,
        isi: Isi,
        lama: Mapping[str, Any] | None,
        ringkasan: str,
        **siapa: Any,
    ) -> Riwayat | None:
        def susun(pohon: Pohon) -> list[Perubahan]:
            ada = baca_baris(pohon, jenis, kunci={kunci[0]}).get(kunci)
            if ada is None:
                raise tolak(
                    "BARIS_HILANG", "Isian itu sudah dihapus orang lain; muat ulang halaman."
                )
            kini = ada[1]
            tolak_bila_bentrok(kini, isi, lama)
            beda = {m: v for m, v in isi.items() if kini[m] != v}
            sebelum = {m: kini[m] for m in beda}
            return [Perubahan(jenis, kunci, sebelum, beda)] if beda else []

        return self._tulis(f"ubah_{jenis}", ringkasan, susun, **siapa)


def perubahan_nilai(jenis: str, kunci: Kunci, kini: Isi | None, isi: Isi | None) -> list[Perubahan]:
    """A typed value over what stands there; what somebody types is no repair any more."""
    if _sama(kini, isi):
        return []
    return [Perubahan(jenis, kunci, kini, isi and isi | lupakan_perbaikan(kini))]


def _sama(kini: Isi | None, isi: Isi | None) -> bool:
    if kini is None or isi is None:
        return kini is isi
    return all(kini[m] == v for m, v in isi.items())


def isi_nilai(nilai: Nilai) -> Isi | None:
    """Columns of a typed value, None when it is empty. Unreadable text is kept as TEKS."""
    if nilai.jenis == JenisNilai.KOSONG:
        return None
    return {
        "mentah": nilai.mentah,
        "jenis": str(nilai.jenis),
        "nilai": _halus(nilai.angka),
        "minimum": _halus(nilai.minimum),
        "maksimum": _halus(nilai.maksimum),
    }


def _halus(angka: Decimal | None) -> str | None:
    """To the places that the database keeps, so that it gives back what the history has."""
    if angka is None:
        return None
    bulat = int(angka)
    return str(bulat) if angka == bulat else aman(angka.quantize(HALUS))


def isi_rupiah(nilai: Nilai) -> Isi | None:
    """Columns of an amount, None when it is empty; ``nilai`` is None when it can't be read."""
    if nilai.jenis == JenisNilai.KOSONG:
        return None
    return {"mentah": nilai.mentah, "nilai": None if nilai.angka is None else int(nilai.angka)}


def baca_isi_target(teks: str, satuan: str) -> Isi | None:
    """Columns of a typed target, None when it is empty; AturanDilanggar when it is no value."""
    bacaan = baca_target(teks.strip(), satuan=satuan)
    tolak_bila(bacaan.temuan)
    return isi_nilai(bacaan.nilai)


def baca_isi_rupiah(teks: str) -> Isi | None:
    """Columns of a typed amount, None when it is empty; AturanDilanggar when it is no amount."""
    bacaan = baca_rupiah(teks.strip())
    tolak_bila(bacaan.temuan)
    return isi_rupiah(bacaan.nilai)


def _rapikan_indikator(isi: Mapping[str, Any]) -> dict[str, Any]:
    asing = set(isi) - set(MEDAN_INDIKATOR)
    if asing:
        raise ValueError(f"Unknown fields of Indikator: {sorted(asing)}")
    return {m: v.strip() if isinstance(v, str) else v for m, v in isi.items()}
