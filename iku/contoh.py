"""The demo's IKU document: Dinas Sosial Kabupaten Pandeglang 2026, as its agency typed it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction

from iku.models import DokumenIku, Reviu, UraianIku
from iku.pilihan import BakuBab
from kinerja.contoh import orang
from kinerja.contoh.cascading import DASAR, WAJIB
from kinerja.contoh.fakta import FOLDER
from kinerja.models import Indikator, Pengguna, PerangkatDaerah, Pohon
from kinerja.pilihan import JenisPohon

MEDAN = (
    *("urutan", "judul", "tujuan", "sasaran", "program", "pembilang", "penyebut"),
    *("pengali", "ket"),
)
PILIHAN = ("uraian", "sebutan_lampiran", "cara")


def fakta() -> dict[str, Any]:
    """What the agency's document says: tables, narratives, annexes."""
    berkas = FOLDER / "iku" / "pandeglang-2026.json"
    isi: dict[str, Any] = json.loads(berkas.read_text(encoding="utf-8"))
    return isi


def muat_iku(
    milik: Mapping[str, PerangkatDaerah], akun: Mapping[str, Pengguna], pada: datetime
) -> None:
    """The document from both cascadings, unless the agency has one already."""
    dinas = milik[orang.DINAS_PANDEGLANG]
    sumber = _sumber(dinas)
    if len(sumber) == 2 and not DokumenIku.objects.filter(perangkat_daerah=dinas).exists():
        _buat(sumber, oleh=akun["perencana-pandeglang"], pada=pada)


def _sumber(dinas: PerangkatDaerah) -> list[Pohon]:
    """Belanja Dasar, then Belanja Wajib: the order of their annexes."""
    daftar = Pohon.objects.filter(
        perangkat_daerah=dinas, jenis=JenisPohon.CASCADING, edisi=1
    ).select_related("perangkat_daerah__pemda", "periode")
    return [p for judul in (DASAR, WAJIB) for p in daftar if p.judul == judul]


@transaction.atomic
def _buat(sumber: list[Pohon], *, oleh: Pengguna, pada: datetime) -> DokumenIku:
    isi = fakta()
    bulan, tahun_terbit = isi["terbit"]
    siapa: dict[str, Any] = {"oleh": oleh, "pada": pada}
    dokumen = DokumenIku.buat(
        sumber,
        perangkat_daerah=sumber[0].perangkat_daerah,
        periode=sumber[0].periode,
        tahun=isi["tahun"],
        bulan=bulan,
        tahun_terbit=tahun_terbit,
        **siapa,
    )
    uid = dict(Indikator.objects.filter(pohon__in=sumber, utama=True).values_list("teks", "uid"))
    for i in isi["iku"]:
        if i["indikator"] in uid:
            _uraian(dokumen, uid[i["indikator"]], i).daftarkan(**siapa)
    hukum = dokumen.bab.get(baku=BakuBab.LANDASAN_HUKUM)
    hukum.ubah({"isi": "\n".join(isi["landasan_hukum"])}, **siapa)
    for r in isi["reviu"]:
        kolom = r | {
            "tanggal": date.fromisoformat(r["tanggal"]),
            "peserta": "\n".join(r["peserta"]),
        }
        Reviu(dokumen=dokumen, **kolom).daftarkan(**siapa)
    return dokumen


def _uraian(dokumen: DokumenIku, uid: Any, i: dict[str, Any]) -> UraianIku:
    return UraianIku(
        dokumen=dokumen,
        indikator_uid=uid,
        komponen=i["komponen"] or None,
        kriteria="\n".join(i.get("kriteria", ())),
        **{m: i[m] for m in MEDAN},
        **{m: i[m] for m in PILIHAN if m in i},
    )
