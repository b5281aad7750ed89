"""Make the skeleton of a cascading from the conditions of a pohon kinerja, linked with them."""

from __future__ import annotations

import uuid
from collections import Counter
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from cascading.aturan.kerangka import Kerangka, Kondisi, susun_kerangka
from cascading.models.tautan import Tautan
from cascading.tautan_dokumen import tautan_dokumen
from kinerja.aturan.jenjang import label
from kinerja.aturan.temuan import tolak
from kinerja.models import Indikator, Pengguna, Perubahan, Pohon, Simpul
from kinerja.pilihan import JenisPohon


@dataclass(frozen=True)
class HasilKerangka:
    """What was made, in words, and what was left out."""

    dibuat: str
    tanpa_peran: int
    tak_cocok: int


def rencana_kerangka(pohon: Pohon, tujuan: Pohon) -> tuple[Kerangka, dict[str, Simpul]]:
    """The plan and the conditions by uid. Those linked with a box of ``tujuan`` are done."""
    kondisi = {str(s.uid): s for s in Simpul.objects.tampak().filter(pohon=pohon).order_by("lft")}
    pk = {s.pk: uid for uid, s in kondisi.items()}
    bertaut = tautan_dokumen(pohon).milik
    daftar = []
    for uid, s in kondisi.items():
        milik = next((k for k in bertaut.get(s.uid, ()) if k.pohon_id == tujuan.pk), None)
        daftar.append(
            Kondisi(
                uid,
                pk.get(s.induk_id, ""),
                s.peran,
                str(milik.uid) if milik else "",
                milik.jenjang if milik else "",
            )
        )
    return susun_kerangka(daftar), kondisi


@transaction.atomic
def buat_kerangka(pohon: Pohon, tujuan: Pohon, *, oleh: Pengguna, pada: datetime) -> HasilKerangka:
    """One event in ``tujuan`` (undone there as any) and one in the agency's history for the links.

    Raises AturanDilanggar when the cascading takes no boxes, or there is nothing to make.
    """
    if pohon.jenis != JenisPohon.POHON_KINERJA or tujuan.jenis != JenisPohon.CASCADING:
        raise tolak("BUKAN_POHON_KINERJA", "Kerangka dibuat dari pohon kinerja ke cascading.")
    kerangka, kondisi = rencana_kerangka(pohon, tujuan)
    if not kerangka.langkah:
        pesan = "Tidak ada komponen yang perlu dibuat; tentukan peran kondisinya dahulu."
        raise tolak("TANPA_KERANGKA", pesan)
    baru = {satu.kondisi: str(uuid.uuid4()) for satu in kerangka.langkah}
    perubahan = [*_kotak(tujuan, kerangka, kondisi, baru), *_indikator(pohon, baru)]
    ringkasan = f"Kerangka {len(baru)} kotak dibuat dari {pohon}"
    tujuan.muat(perubahan, oleh=oleh, pada=pada, ringkasan=ringkasan, kata_kerja="kerangka")
    komponen = {
        str(s.uid): s
        for s in Simpul.objects.filter(pohon=tujuan, uid__in=baru.values()).select_related(
            "pohon__perangkat_daerah__pemda"
        )
    }
    pasangan = [(kondisi[k], komponen[uid]) for k, uid in baru.items()]
    Tautan.pasang(pasangan, oleh=oleh, pada=pada)
    return HasilKerangka(
        sebutan_langkah(kerangka), len(kerangka.tanpa_peran), len(kerangka.tak_cocok)
    )


def sebutan_langkah(kerangka: Kerangka) -> str:
    """ "1 tujuan, 3 sasaran, 7 program" """
    banyak = Counter(satu.jenjang for satu in kerangka.langkah)
    return ", ".join(f"{n} {label(j).lower()}" for j, n in banyak.items())


def _kotak(
    tujuan: Pohon, kerangka: Kerangka, kondisi: dict[str, Simpul], baru: dict[str, str]
) -> list[Perubahan]:
    """Each box as the last child of its parent, in the order of the conditions."""
    akar = str(tujuan.akar().uid)
    terakhir: dict[str, str | None] = {}
    for induk, uid in (
        Simpul.objects.filter(pohon=tujuan, induk__isnull=False)
        .order_by("lft")
        .values_list("induk__uid", "uid")
    ):
        terakhir[str(induk)] = str(uid)
    hasil = []
    for satu in kerangka.langkah:
        induk = baru.get(satu.induk_kondisi) or satu.induk_komponen or akar
        uid = baru[satu.kondisi]
        isi = {
            "jenjang": satu.jenjang,
            "kinerja": kondisi[satu.kondisi].kinerja or kondisi[satu.kondisi].nama,
            "unit_id": kondisi[satu.kondisi].unit_id
            if tujuan.perangkat_daerah_id == kondisi[satu.kondisi].pohon.perangkat_daerah_id
            else None,
            "induk": induk,
            "setelah": terakhir.get(induk),
        }
        terakhir[induk] = uid
        hasil.append(Perubahan("simpul", (uid,), None, isi))
    return hasil


def _indikator(pohon: Pohon, baru: dict[str, str]) -> list[Perubahan]:
    """The indicators of the conditions, worded the same; targets are the cascading's own."""
    daftar = Indikator.objects.filter(pohon=pohon, simpul__uid__in=list(baru))
    medan = ("simpul__uid", "urutan", "teks", "satuan", "arah", "agregasi")
    return [
        Perubahan(
            "indikator",
            (str(uuid.uuid4()),),
            None,
            {"simpul": baru[str(simpul)], "urutan": urutan, "teks": teks, "satuan": satuan,
             "arah": arah, "agregasi": agregasi},
        )
        for simpul, urutan, teks, satuan, arah, agregasi in daftar.order_by(
            "simpul__lft", "urutan", "pk"
        ).values_list(*medan)
    ]  # fmt: skip
