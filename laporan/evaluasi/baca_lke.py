"""A sheet read whole: answers, evidence, recommendations, values of both sides. Writes nothing."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from kinerja.aturan.temuan import Temuan
from laporan.aturan.lke import (
    HasilLke,
    Instrumen,
    bertahan_berlaku,
    nilai_lke,
    tahun_bertahan,
)
from laporan.aturan.tangga_lke import periksa_final, periksa_pengajuan
from laporan.models import BuktiLke, JawabanLke, Lke, RekomendasiLke, SubLke, VersiLke
from laporan.pilihan import StatusLke

Bertahan = Mapping[str, int]


@dataclass(frozen=True)
class IsiLke:
    """Everything of a sheet. ``bertahan`` are the years that earlier final sheets show, by code of
    the sub-component; ``mandiri`` and ``penilaian`` what each side's answers are worth;
    ``tertutup``: the evaluator's side was left out.
    """

    lke: Lke
    instrumen: Instrumen
    jawaban: dict[str, JawabanLke]
    sub: dict[str, SubLke]
    bukti: dict[str, list[BuktiLke]]
    rekomendasi: list[RekomendasiLke]
    bertahan: Bertahan
    mandiri: HasilLke
    penilaian: HasilLke
    tertutup: bool = False

    @property
    def temuan_pengajuan(self) -> list[Temuan]:
        return periksa_pengajuan(
            self.instrumen,
            {k: j.mandiri for k, j in self.jawaban.items()},
            {k: s.bertahan for k, s in self.sub.items()},
            self.bukti,
        )

    @property
    def temuan_final(self) -> list[Temuan]:
        return periksa_final(
            self.instrumen,
            {k: j.mandiri for k, j in self.jawaban.items()},
            {k: j.penilaian for k, j in self.jawaban.items()},
            {k: j.catatan_penilai for k, j in self.jawaban.items()},
            {k: s.bertahan_penilai for k, s in self.sub.items()},
            self.bukti,
        )


def baca_lke(lke: Lke) -> IsiLke:
    """Six queries at any size; five for a final sheet."""
    instrumen = lke.versi_lke.instrumen
    jawaban = {j.kode: j for j in lke.jawaban.all()}
    sub = {s.kode: s for s in lke.sub.all()}
    bukti: dict[str, list[BuktiLke]] = {}
    for b in lke.bukti.select_related("oleh").order_by("pk"):
        bukti.setdefault(b.kode, []).append(b)
    bertahan = bertahan_dari_lke([lke])[lke.pk] if not lke.final else _beku(sub.values())
    return IsiLke(
        lke=lke,
        instrumen=instrumen,
        jawaban=jawaban,
        sub=sub,
        bukti=bukti,
        rekomendasi=list(lke.rekomendasi.order_by("nomor")),
        bertahan=bertahan,
        mandiri=hasil_mandiri(instrumen, jawaban.values(), sub.values(), bukti, bertahan),
        penilaian=hasil_penilaian(instrumen, jawaban.values(), sub.values(), bukti, bertahan),
    )


def hasil_mandiri(
    instrumen: Instrumen,
    jawaban: Iterable[JawabanLke],
    sub: Iterable[SubLke],
    berbukti: Collection[str],
    dari_lke: Bertahan,
) -> HasilLke:
    """What the agency says of itself."""
    tahun = _berlaku({s.kode: s.bertahan for s in sub}, berbukti, dari_lke)
    return nilai_lke(instrumen, {j.kode: j.mandiri for j in jawaban}, tahun)


def hasil_penilaian(
    instrumen: Instrumen,
    jawaban: Iterable[JawabanLke],
    sub: Iterable[SubLke],
    berbukti: Collection[str],
    dari_lke: Bertahan,
) -> HasilLke:
    """What the evaluator says."""
    tahun = _berlaku({s.kode: s.bertahan_penilai for s in sub}, berbukti, dari_lke)
    return nilai_lke(instrumen, {j.kode: j.penilaian for j in jawaban}, tahun)


def bertahan_dari_lke(daftar: Iterable[Lke]) -> dict[int, Bertahan]:
    """Years in a row before each sheet that final sheets of its agency show as met in full, by key
    of the sheet. Two queries for all. Another instrument counts where number and name are the same.
    """
    lembar = list(daftar)
    lembaga = {lke.perangkat_daerah_id for lke in lembar}
    baris = SubLke.objects.filter(
        lke__perangkat_daerah__in=lembaga, lke__status=StatusLke.FINAL
    ).values_list("lke__perangkat_daerah", "lke__tahun", "lke__versi_lke", "kode", "penuh")
    semua = list(baris.order_by("lke__tahun", "pk"))
    milik = {v for _, _, v, _, _ in semua} | {lke.versi_lke_id for lke in lembar}
    nama = {v.pk: _nama_sub(v.instrumen) for v in VersiLke.objects.filter(pk__in=milik)}
    penuh: dict[tuple[int, str, str], dict[int, bool]] = {}
    for pd, tahun, versi, kode, isi in semua:
        penuh.setdefault((pd, kode, nama[versi][kode]), {})[tahun] = bool(isi)
    return {
        lke.pk: {
            kode: tahun_bertahan(lke.tahun, penuh.get((lke.perangkat_daerah_id, kode, satu), {}))
            for kode, satu in nama[lke.versi_lke_id].items()
        }
        for lke in lembar
    }


def _nama_sub(instrumen: Instrumen) -> dict[str, str]:
    return {s.kode: s.nama.casefold() for s in instrumen.sub}


def _beku(sub: Iterable[SubLke]) -> Bertahan:
    return {s.kode: s.bertahan_lke or 0 for s in sub}


def _berlaku(
    tertulis: Mapping[str, int | None], berbukti: Collection[str], dari_lke: Bertahan
) -> dict[str, int]:
    return {
        kode: bertahan_berlaku(dari_lke.get(kode, 0), tahun, kode in berbukti)
        for kode, tahun in tertulis.items()
    }
