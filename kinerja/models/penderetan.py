"""Verbs of Pohon that make several boxes at once: a row of siblings, a copy of a branch."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from kinerja.aturan.jenjang import label
from kinerja.aturan.teks import cuplik
from kinerja.aturan.temuan import tolak
from kinerja.models.penyusunan import AKHIR, HILANG, letak_baru, rapikan, tolak_bila_asing
from kinerja.models.perubahan import Isi, Kunci, Perubahan, baca_baris
from kinerja.models.riwayat import Riwayat
from kinerja.models.simpul import Simpul
from kinerja.models.susunan import Susunan
from kinerja.models.tabel_pohon import TABEL_INDIKATOR

if TYPE_CHECKING:
    from kinerja.models.orang import Pengguna
    from kinerja.models.pohon import Pohon

IKUT_DIGANDAKAN = (
    "indikator", *TABEL_INDIKATOR, "pengampu", "label", "penugasan",
)  # fmt: skip
"""What a copied branch brings along; money would count twice and stays behind."""


class Penderetan:
    """Mixed into Pohon."""

    _tulis: Any
    pk: Any

    def tambah_deret(
        self,
        *,
        induk: Simpul,
        jenjang: str,
        daftar: Sequence[Mapping[str, str]],
        oleh: Pengguna,
        pada: datetime,
        setelah: str = AKHIR,
    ) -> tuple[Riwayat, list[str]]:
        """Boxes one after the other under ``induk``; answers the event and their uids.

        Each of ``daftar`` gives kode, nama, kinerja or other plain fields.
        """
        tolak_bila_asing(self, induk)
        if not daftar:
            raise tolak("DERET_KOSONG", "Ketik paling sedikit satu baris.")
        bersih = [rapikan(isi) for isi in daftar]
        uid = [str(uuid.uuid4()) for _ in bersih]

        def susun(pohon: Pohon) -> list[Perubahan]:
            letak = letak_baru(Susunan.dari(pohon), str(induk.uid), setelah)
            hasil = []
            for satu, isi in zip(uid, bersih, strict=True):
                sesudah = isi | {"jenjang": jenjang} | letak
                hasil.append(Perubahan("simpul", (satu,), None, sesudah))
                letak = letak | {"setelah": satu}
            return hasil

        sebutan = bersih[0].get("nama") or bersih[0].get("kinerja") or ""
        banyak = f"{len(uid)} {label(jenjang).lower()}"
        satu = f"{label(jenjang)} “{cuplik(sebutan, 120)}”"
        ringkasan = f"{satu if len(uid) == 1 else banyak} ditambahkan"
        return self._tulis("tambah", ringkasan, susun, oleh=oleh, pada=pada), uid

    def gandakan(
        self, simpul: Simpul, *, oleh: Pengguna, pada: datetime
    ) -> tuple[Riwayat, list[str]]:
        """Copy a branch next to itself: boxes, indicators and targets under new uids, no money.

        The top box lets go of its kode, which its original keeps. Answers like tambah_deret.
        """
        tolak_bila_asing(self, simpul)
        uid, baru = str(simpul.uid), dict[str, str]()

        def susun(pohon: Pohon) -> list[Perubahan]:
            susunan = Susunan.dari(pohon)
            if susunan.isi(uid) is None:
                raise tolak("SIMPUL_HILANG", HILANG)
            cabang = list(susunan.keturunan(uid))
            baru.update({u: str(uuid.uuid4()) for u in cabang})
            kotak = [_kotak(susunan, u, baru) for u in cabang]
            kotak[0].sesudah.update(kode="", setelah=uid)  # type: ignore[union-attr]
            return kotak + _isi(pohon, cabang, baru)

        ringkasan = f"{simpul.get_jenjang_display()} “{cuplik(simpul.sebutan, 120)}” digandakan"
        riwayat = self._tulis("gandakan", ringkasan, susun, oleh=oleh, pada=pada)
        return riwayat, [baru[uid]]


def _kotak(susunan: Susunan, uid: str, baru: dict[str, str]) -> Perubahan:
    asal: Isi = susunan.isi(uid) or {}
    isi = asal | {
        "induk": baru.get(asal["induk"], asal["induk"]),
        "setelah": baru.get(asal["setelah"] or "", asal["setelah"]),
        "indikator_induk": None,
        "varian": [],
    }
    return Perubahan("simpul", (baru[uid],), None, isi)


def _isi(pohon: Pohon, cabang: list[str], baru: dict[str, str]) -> list[Perubahan]:
    """The rows that hang on the branch, hung on the copy."""
    indikator: dict[str, str] = {}
    hasil = []
    for jenis in IKUT_DIGANDAKAN:
        for kunci, (_, isi) in baca_baris(pohon, jenis, simpul=cabang).items():
            if jenis == "indikator":
                indikator[kunci[0]] = str(uuid.uuid4())
            hasil.append(Perubahan(jenis, _kunci(kunci, baru | indikator), None, _milik(isi, baru)))
    return hasil


def _kunci(kunci: Kunci, baru: Mapping[str, str]) -> Kunci:
    return (baru[kunci[0]], *kunci[1:])


def _milik(isi: Isi, baru: Mapping[str, str]) -> Isi:
    return isi | {"simpul": baru[isi["simpul"]]} if "simpul" in isi else isi
