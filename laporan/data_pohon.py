"""A planning document as plain rows: every box, indicator, target and pagu of every year."""

from __future__ import annotations

from collections.abc import Iterable

from kinerja.aturan.angka import format_angka
from kinerja.aturan.isi import IsiIndikator, IsiSimpul
from kinerja.isi_pohon import baca_isi_per_tahun
from kinerja.models import Pohon
from kinerja.models.pengaturan import label_jenjang
from kinerja.pilihan import Arah, Jenjang, PeranKondisi
from laporan.pdf.naskah_pohon import IndikatorData, KotakData


def data_pohon(pohon: Pohon) -> tuple[KotakData, ...]:
    """In tree order, with the numbers in force now. Queries grow with the years only."""
    pagu: dict[int, dict[str, int]] = {}
    simpul: list[IsiSimpul] = []
    for isi in baca_isi_per_tahun(pohon):
        simpul = isi.simpul
        for s in simpul:
            if s.jumlah is not None and s.ada_pagu:
                pagu.setdefault(s.id, {})[str(isi.tahun)] = s.jumlah.nilai
    uid = {s.id: str(s.uid) for s in simpul}
    label = label_jenjang(pohon.perangkat_daerah)
    return tuple(_kotak(s, uid, pagu.get(s.id, {}), label) for s in simpul)


def _kotak(
    s: IsiSimpul, uid: dict[int, str], pagu: dict[str, int], label: dict[str, str]
) -> KotakData:
    return KotakData(
        uid=uid[s.id],
        induk=uid.get(s.induk or 0, ""),
        jenjang=s.golongan,
        nama_jenjang=label.get(s.golongan) or _baku(s),
        nomor=s.nomor,
        kode=s.kode,
        nama=s.nama,
        kinerja=s.kinerja,
        pelaksana=s.pelaksana,
        indikator=tuple(_indikator(s.indikator)),
        pagu=pagu,
    )


def _baku(s: IsiSimpul) -> str:
    return str(PeranKondisi(s.peran).label if s.peran else Jenjang(s.jenjang).label)


def _indikator(daftar: Iterable[IsiIndikator]) -> Iterable[IndikatorData]:
    for i in daftar:
        rinci = i.rinci
        yield IndikatorData(
            uid=str(i.uid),
            teks=i.teks,
            satuan=i.satuan,
            arah=str(Arah(rinci.arah).label) if rinci else "",
            utama=bool(rinci and rinci.utama),
            formulasi=rinci.formulasi if rinci else (),
            baseline={str(t): format_angka(n) for t, n in rinci.baseline} if rinci else {},
            target={str(t): teks for t, teks in sorted(i.target.items())},
        )
