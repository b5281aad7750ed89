"""Verbs of Pohon that change boxes: tambah, ubah, pindahkan, hapus."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from kinerja.aturan.teks import cuplik
from kinerja.aturan.temuan import tolak
from kinerja.models.perubahan import Perubahan, baca_baris
from kinerja.models.riwayat import Riwayat
from kinerja.models.simpul import Simpul
from kinerja.models.susunan import MEDAN_SIMPUL, Susunan
from kinerja.models.tabel_pohon import BARIS
from kinerja.models.teks_simpul import baca_isi_simpul

if TYPE_CHECKING:
    from kinerja.models.orang import Pengguna
    from kinerja.models.pohon import Pohon

MEDAN_UBAH = frozenset({*MEDAN_SIMPUL, "indikator_induk"})
HILANG = "Kotak itu sudah dihapus orang lain; muat ulang halaman."
AWAL = "AWAL"
AKHIR = "AKHIR"


class Bentrok(Exception):
    """Somebody else changed the same field first; views answer 409 with both values."""

    def __init__(self, medan: str, lama: Any, kini: Any, lain: Sequence[tuple[str, Any]] = ()):
        """``lain``: further fields of the same change, each with its value now."""
        self.medan, self.lama, self.kini = medan, lama, kini
        self.semua = ((medan, kini), *lain)
        super().__init__(f"{medan}: {lama!r} -> {kini!r}")


class Penyusunan:
    """Mixed into Pohon. ``setelah`` is the left sibling's uid, AWAL or AKHIR."""

    _tulis: Any
    tambah_deret: Any

    def tambah(
        self,
        *,
        induk: Simpul,
        jenjang: str,
        oleh: Pengguna,
        pada: datetime,
        setelah: str = AKHIR,
        **isi: Any,
    ) -> Simpul:
        """Add a box under ``induk``; ``isi`` gives kode, nama, kinerja and other plain fields."""
        deret = {"induk": induk, "jenjang": jenjang, "daftar": [isi], "setelah": setelah}
        _, (uid,) = self.tambah_deret(**deret, oleh=oleh, pada=pada)
        return Simpul.objects.get(pohon=self, uid=uid)

    def ubah(
        self,
        simpul: Simpul,
        isi: Mapping[str, Any],
        *,
        oleh: Pengguna,
        pada: datetime,
        lama: Mapping[str, Any] | None = None,
    ) -> Riwayat | None:
        """Change plain fields. With ``lama`` each field is compared and set: Bentrok when it moved.

        Keys: those of MEDAN_UBAH (foreign keys as ``unit_id``, ``indikator_induk`` as uid text).
        """
        tolak_bila_asing(self, simpul)
        uid, bersih = str(simpul.uid), rapikan(isi)

        def susun(pohon: Pohon) -> list[Perubahan]:
            kini = baca_isi_simpul(pohon, [uid]).get(uid)
            if kini is None:
                raise tolak("SIMPUL_HILANG", HILANG)
            tolak_bila_bentrok(kini, bersih, lama)
            beda = {m: v for m, v in bersih.items() if kini[m] != v}
            if not beda:
                return []
            return [Perubahan("simpul", (uid,), {m: kini[m] for m in beda}, beda)]

        ringkasan = f"{simpul.get_jenjang_display()} “{cuplik(simpul.sebutan, 120)}” diubah"
        return self._tulis("ubah", ringkasan, susun, oleh=oleh, pada=pada)

    def pindahkan(
        self,
        simpul: Simpul,
        *,
        induk: Simpul,
        oleh: Pengguna,
        pada: datetime,
        setelah: str = AKHIR,
    ) -> Riwayat | None:
        """Move a box with its descendants under ``induk``, after the sibling ``setelah``.

        Under another parent it no longer serves an indicator of the old one.
        """
        tolak_bila_asing(self, simpul, induk)
        uid = str(simpul.uid)

        def susun(pohon: Pohon) -> list[Perubahan]:
            susunan = Susunan.dari(pohon)
            kini = _kini(susunan, uid)
            baru = letak_baru(susunan, str(induk.uid), setelah, kecuali=uid)
            dari = {"induk": kini["induk"], "setelah": kini["setelah"]}
            return [] if baru == dari else [Perubahan("simpul", (uid,), dari, baru)]

        ringkasan = f"{simpul.get_jenjang_display()} “{cuplik(simpul.sebutan, 120)}” dipindahkan"
        return self._tulis("pindahkan", ringkasan, susun, oleh=oleh, pada=pada)

    def hapus(self, simpul: Simpul, *, oleh: Pengguna, pada: datetime) -> Riwayat | None:
        """Delete a box with its descendants, their indicators, targets and pagu."""
        tolak_bila_asing(self, simpul)
        uid = str(simpul.uid)

        def susun(pohon: Pohon) -> list[Perubahan]:
            susunan = Susunan.dari(pohon)
            _kini(susunan, uid)
            cabang = list(susunan.keturunan(uid))
            return baris_ikut(pohon, cabang) + [
                Perubahan("simpul", (u,), susunan.isi(u), None) for u in reversed(cabang)
            ]

        ringkasan = f"{simpul.get_jenjang_display()} “{cuplik(simpul.sebutan, 120)}” dihapus"
        return self._tulis("hapus", ringkasan, susun, oleh=oleh, pada=pada)


def baris_ikut(pohon: Pohon, cabang: list[str]) -> list[Perubahan]:
    """All rows that hang on the nodes of a branch, as deletions (leaf tables first)."""
    hasil = []
    for jenis in reversed(BARIS):
        for kunci, (_, isi) in baca_baris(pohon, jenis, simpul=cabang).items():
            hasil.append(Perubahan(jenis, kunci, isi, None))
    lain = set(cabang)
    for kunci, (_, isi) in baca_baris(pohon, "penggantian").items():
        if kunci[1] in lain and kunci[0] not in lain:
            hasil.insert(0, Perubahan("penggantian", kunci, isi, None))
    return hasil


def tolak_bila_bentrok(
    kini: Mapping[str, Any], baru: Mapping[str, Any], lama: Mapping[str, Any] | None
) -> None:
    """Compare and set, field by field; all fields that moved are named together."""
    dilihat = lama or {}
    beda = [m for m in baru if m in dilihat and kini[m] not in (dilihat[m], baru[m])]
    if beda:
        lain = [(m, kini[m]) for m in beda[1:]]
        raise Bentrok(beda[0], dilihat[beda[0]], kini[beda[0]], lain)


def tolak_bila_asing(pohon: Any, *daftar: Any) -> None:
    """Boxes and indicators of another document, though they may share a uid (editions do)."""
    if any(satu.pohon_id != pohon.pk for satu in daftar):
        raise tolak("BUKAN_DOKUMEN_INI", "Kotak itu milik dokumen lain; buka dokumennya.")


def _kini(susunan: Susunan, uid: str) -> dict[str, Any]:
    kini = susunan.isi(uid)
    if kini is None:
        raise tolak("SIMPUL_HILANG", HILANG)
    return kini


def letak_baru(susunan: Susunan, induk: str, setelah: str, *, kecuali: str = "") -> dict[str, Any]:
    """Where a box comes to stand under ``induk``: after ``setelah``, first, or last."""
    if induk not in susunan.titik:
        raise tolak("INDUK_HILANG", "Induknya sudah dihapus orang lain; muat ulang halaman.")
    saudara = [a for a in susunan.titik[induk].anak if a != kecuali]
    if setelah == AWAL or not saudara:
        return {"induk": induk, "setelah": None}
    return {"induk": induk, "setelah": setelah if setelah in saudara else saudara[-1]}


def rapikan(isi: Mapping[str, Any]) -> dict[str, Any]:
    """Plain fields with idle space taken off; ValueError for what a box does not have."""
    asing = set(isi) - MEDAN_UBAH
    if asing:
        raise ValueError(f"Unknown fields of Simpul: {sorted(asing)}")
    return {m: v.strip() if isinstance(v, str) else v for m, v in isi.items()}
