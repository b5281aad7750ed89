"""The road of ``manage.py impor`` into the database: the same session as in the browser."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import UUID

from kinerja.aturan.temuan import AturanDilanggar, Temuan, Tingkat
from kinerja.impor.bacaan import HasilBaca, PilihanImpor
from kinerja.impor.bacakan import baca_berkas, usul_pertama
from kinerja.impor.koreksi import PilihanTidakSah, berlembar, dahulukan
from kinerja.impor.perintah_buku import banding
from kinerja.impor.pratinjau import hitung
from kinerja.impor.terapkan import terapkan
from kinerja.models import Pengguna, PerangkatDaerah, Periode, Pohon, SesiImpor
from kinerja.pilihan import JenisPohon, Peran

TANPA_PERUBAHAN = "TANPA_PERUBAHAN"
BERKONDISI = ("pohon_kinerja", "kotak")


@dataclass(frozen=True)
class Tujuan:
    """Where a workbook goes: an existing document, or a new one of an agency and a periode."""

    pohon: Pohon | None
    perangkat_daerah: PerangkatDaerah
    periode: Periode
    judul: str = ""
    jenis_pohon: str = ""
    induk: str = ""
    tahap: str = ""
    maksud: str = ""


@dataclass(frozen=True)
class Muatan:
    """What applying did. ``pohon`` is None when nothing was written."""

    hasil: HasilBaca
    pohon: int | None = None
    peta_jabatan: int | None = None
    perubahan: int = 0
    rencana: dict[str, Any] = field(default_factory=dict)


def cari_tujuan(pilihan: Mapping[str, str | int | None]) -> Tujuan | None:
    """The document that the options name, None when they name none. Raises PilihanTidakSah."""
    if pilihan["pohon"] is not None:
        semua = Pohon.objects.select_related("perangkat_daerah", "periode")
        if (pohon := semua.filter(pk=pilihan["pohon"]).first()) is None:
            raise PilihanTidakSah(f"Tidak ada dokumen bernomor {pilihan['pohon']}.")
        induk, tahap = str(pilihan["induk"] or ""), str(pilihan["tahap"] or "")
        maksud = str(pilihan.get("maksud") or "")
        lembaga = pohon.perangkat_daerah
        return Tujuan(pohon, lembaga, pohon.periode, induk=induk, tahap=tahap, maksud=maksud)
    return _tujuan_baru(pilihan) if pilihan["baru"] else None


def _tujuan_baru(pilihan: Mapping[str, str | int | None]) -> Tujuan:
    lembaga = PerangkatDaerah.objects.filter(kode=pilihan["baru"]).first()
    if lembaga is None:
        raise PilihanTidakSah(f"Tidak ada perangkat daerah berkode “{pilihan['baru']}”.")
    periode = _periode(str(pilihan["periode"] or ""))
    jenis = str(pilihan["jenis_pohon"] or "")
    if jenis and jenis not in JenisPohon.values:
        raise PilihanTidakSah(
            f"Jenis dokumen harus salah satu dari {', '.join(JenisPohon.values)}."
        )
    return Tujuan(
        None,
        lembaga,
        periode,
        judul=str(pilihan["judul"] or ""),
        jenis_pohon=jenis,
        induk=str(pilihan["induk"] or ""),
        tahap=str(pilihan["tahap"] or ""),
    )


def _periode(teks: str) -> Periode:
    """By name, or by its years: "2025-2029"."""
    daftar = list(Periode.objects.order_by("nama"))
    for periode in daftar:
        if teks in (periode.nama, f"{periode.tahun_awal}-{periode.tahun_akhir}"):
            return periode
    ada = ", ".join(periode.nama for periode in daftar)
    raise PilihanTidakSah(f"Sebutkan --periode; yang ada: {ada or 'belum ada'}.")


def muat(
    jalur: Path, pilihan: PilihanImpor, tujuan: Tujuan, *, oleh: str, pada: datetime, usul: bool
) -> Muatan:
    """Read, plan and apply in one go. An undecided error, or a rule, writes nothing."""
    pengguna = _pengguna(oleh, tujuan)
    hasil = baca_berkas(jalur, jalur.name, pilihan)
    if hasil.ditolak:
        return Muatan(hasil)
    sesi = _sesi(jalur, pilihan, tujuan, hasil, pengguna, pada, usul=usul)
    hasil = hitung(sesi)
    if usul and (mirip := _nama_yang_ada(sesi)):
        sesi.koreksi = mirip | sesi.koreksi
        hasil = hitung(sesi)
    hasil, rencana = banding(hasil, tujuan)
    if any(t.menghalangi for t in hasil.temuan):
        return Muatan(hasil, rencana=rencana)
    sesi.save()
    try:
        terapkan(sesi, oleh=pengguna, pada=pada)
    except AturanDilanggar as ditolak:
        sesi.delete()
        return replace(_tak_tertulis(hasil, ditolak, tujuan), rencana=rencana)
    hasil = replace(hasil, temuan=hasil.temuan + _peringatan_rencana(hasil, sesi))
    banyak = sesi.rencana["ringkasan"]["perubahan"]
    peta = sesi.peta_jabatan_id
    return Muatan(hasil, None if peta else sesi.pohon_id, peta, banyak, rencana)


def _peringatan_rencana(hasil: HasilBaca, sesi: SesiImpor) -> list[Temuan]:
    """What the plan said besides the reading: rows left out, an RPJMD that is missing."""
    ada = {(t.kode, t.letak.lembar, t.letak.sel) for t in hasil.temuan}
    return [
        Temuan(kode=t["kode"], pesan=t["pesan"], tingkat=Tingkat.PERINGATAN).di(
            lembar=t["lembar"], sel=t["sel"]
        )
        for t in sesi.rencana["temuan"]
        if t["tingkat"] == Tingkat.PERINGATAN and (t["kode"], t["lembar"], t["sel"]) not in ada
    ]


def _nama_yang_ada(sesi: SesiImpor) -> dict[str, str]:
    """Proposals of the plan: the name that a similar box of the document has."""
    return {
        f"{u['lembar']}!{u['sel']}": u["nilai"]
        for t in sesi.rencana["temuan"]
        if t["kode"] == "NAMA_MIRIP"
        for u in t["usul"][:1]
    }


def _tak_tertulis(hasil: HasilBaca, ditolak: AturanDilanggar, tujuan: Tujuan) -> Muatan:
    """The same workbook again is no error: the document says it already."""
    if [t.kode for t in ditolak.temuan] == [TANPA_PERUBAHAN]:
        return Muatan(hasil, tujuan.pohon.pk if tujuan.pohon else None)
    lama = set(hasil.temuan)
    return Muatan(
        replace(hasil, temuan=hasil.temuan + [t for t in ditolak.temuan if t not in lama])
    )


def _pengguna(nama: str, tujuan: Tujuan) -> Pengguna:
    pengguna = Pengguna.objects.filter(username=nama, is_active=True).first()
    if pengguna is None:
        raise PilihanTidakSah(f"Tidak ada pengguna “{nama}”.")
    if not pengguna.punya_peran({Peran.PERENCANA}, tujuan.perangkat_daerah):
        raise PilihanTidakSah(f"{nama} bukan perencana {tujuan.perangkat_daerah}.")
    return pengguna


def _sesi(
    jalur: Path, pilihan: PilihanImpor, tujuan: Tujuan, hasil: HasilBaca, oleh: Pengguna,
    pada: datetime, *, usul: bool,
) -> SesiImpor:  # fmt: skip
    terbaca = hasil.tabel[0]
    dipakai = dahulukan(pilihan.koreksi, usul_pertama(hasil) if usul else {}, terbaca.lembar)
    koreksi = {berlembar(k, terbaca.lembar): v for k, v in dipakai.items()}
    jenis = JenisPohon.POHON_KINERJA if terbaca.jenis in BERKONDISI else JenisPohon.CASCADING
    if hasil.buku_kerja and hasil.buku_kerja.asal.jenis in JenisPohon.values:
        jenis = JenisPohon(hasil.buku_kerja.asal.jenis)
    pohon = tujuan.pohon
    return SesiImpor(
        perangkat_daerah=tujuan.perangkat_daerah,
        pohon=pohon,
        periode=None if pohon else tujuan.periode,
        jenis_pohon=pohon.jenis if pohon else tujuan.jenis_pohon or jenis,
        judul=tujuan.judul,
        induk_uid=_uid(tujuan.induk),
        nama_berkas=jalur.name[:255],
        berkas=jalur.read_bytes(),
        sha256=hasil.sha256,
        oleh=oleh,
        dibuat_pada=pada,
        lembar=pilihan.lembar or "",
        tabel=pilihan.tabel,
        tata_letak=pilihan.jenis or "",
        tahun=pilihan.tahun,
        tahap=tujuan.tahap,
        koreksi=koreksi,
        rencana={
            "maksud": tujuan.maksud,
            "semua_tabel": pilihan.semua_tabel,
            "peta": dict(pilihan.peta),
            "alasan": _alasan(hasil, koreksi),
        },
    )


def _alasan(hasil: HasilBaca, koreksi: Mapping[str, str]) -> dict[str, str]:
    """Why each accepted proposal was made, by "LEMBAR!SEL"."""
    sebab = {
        (f"{u.lembar or t.letak.lembar}!{u.sel}", u.nilai): u.alasan
        for t in hasil.temuan
        for u in t.usul
    }
    return {alamat: sebab[alamat, v] for alamat, v in koreksi.items() if (alamat, v) in sebab}


def _uid(teks: str) -> UUID | None:
    try:
        return UUID(teks) if teks else None
    except ValueError as galat:
        raise PilihanTidakSah(f"“{teks}” bukan uid simpul.") from galat
