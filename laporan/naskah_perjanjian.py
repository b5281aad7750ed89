"""A PerjanjianSiap -> NaskahPerjanjian: letterhead, sentences, signatures. Reads, never writes."""

from __future__ import annotations

import json
from dataclasses import asdict, replace
from datetime import date, datetime
from typing import Any

from django.utils import timezone

from cascading.aturan.bentuk import Bentuk
from cascading.bahan_perjanjian import BacaanLembaga, PerjanjianSiap, siapkan
from cascading.isi_perjanjian import IsiPerjanjian, Pihak
from cascading.models import PerjanjianKinerja
from cascading.pilihan import SebabPerjanjian
from cascading.susun_perjanjian import dengan_lama
from kinerja.aturan.tanggal import tanggal
from kinerja.pilihan import Jenjang
from laporan.aturan.keaslian import naskah_baku
from laporan.cetakan import Cetakan
from laporan.identitas import TITIK_TANGGAL, kop, nama_lengkap, waktu
from laporan.kalimat_perjanjian import janji, kalimat_pembuka, sebutan_kedua, sebutan_pertama
from laporan.models import Dokumen
from laporan.pdf.kop import Kop, Penanda
from laporan.pdf.naskah_perjanjian import Cap, NaskahPerjanjian, baca_naskah
from laporan.pilihan import JenisDokumen


def siap_cetak(
    p: PerjanjianKinerja, hari: date, bacaan: BacaanLembaga | None = None
) -> PerjanjianSiap:
    """As it would be printed now; a change stands beside what it changes."""
    siap = siapkan(p, hari, bacaan)
    lama = isi_lama(p)
    return replace(siap, isi=dengan_lama(siap.isi, lama)) if lama else siap


def isi_lama(p: PerjanjianKinerja) -> IsiPerjanjian | None:
    """What the agreement that this one changes had promised, as it was frozen."""
    if p.sebab != SebabPerjanjian.PERUBAHAN:
        return None
    dokumen = Dokumen.objects.dari(JenisDokumen.PERJANJIAN, p.menggantikan_id or 0)
    return naskah_beku(dokumen).isi if dokumen else None


def naskah_beku(dokumen: Dokumen) -> NaskahPerjanjian:
    """The naskah of a frozen agreement, out of its snapshot."""
    return baca_naskah(naskah_baku(dokumen.cuplikan).decode())


def susun_naskah(siap: PerjanjianSiap, pada: datetime, cap: Cap | None = None) -> NaskahPerjanjian:
    """Without ``cap`` a draft."""
    p = siap.perjanjian
    hari = p.tanggal or timezone.localtime(pada).date()
    lembaga = nama_lengkap(p.perangkat_daerah, hari)
    di_unit = p.jabatan.unit.nama if p.jabatan.unit else ""
    status = str(p.get_status_display())
    data = f"versi {cap.versi}, {cap.waktu}" if cap else f"status {status}, data per {waktu(pada)}"
    return NaskahPerjanjian(
        kop=_kop(siap, hari),
        judul=(p.judul,),
        pembuka=kalimat_pembuka(siap),
        sebutan_pertama=sebutan_pertama(siap),
        sebutan_kedua=sebutan_kedua(),
        janji=tuple(janji(siap)),
        pertama=_penanda(siap.pertama),
        kedua=_penanda(siap.kedua) if siap.kedua else None,
        tempat_tanggal=f"{p.tempat or TITIK_TANGGAL}, "
        f"{tanggal(p.tanggal) if p.tanggal else TITIK_TANGGAL}",
        nomor=p.nomor,
        judul_lampiran=(f"Lampiran {p.judul}", *dict.fromkeys(b for b in (di_unit, lembaga) if b)),
        judul_sasaran=_judul_sasaran(siap.isi),
        judul_uang=_judul_uang(siap.bentuk),
        isi=replace(siap.isi, temuan=()),
        dasar=_dasar(p),
        kaki=f"{p.judul}, {p.jabatan.nama} · {data}",
        waktu=timezone.localtime(pada).isoformat(timespec="seconds"),
        penulis=lembaga,
        status="Disetujui" if cap else status,
        cap=cap,
    )


def cetakan_perjanjian(
    p: PerjanjianKinerja, *, akhiran: str, pada: datetime, kembali: str = ""
) -> Cetakan:
    """The draft as it is today, or the frozen one."""
    dokumen = Dokumen.objects.dari(JenisDokumen.PERJANJIAN, p.pk) if p.beku else None
    if dokumen is not None:
        naskah = naskah_beku(dokumen)
    else:
        naskah = susun_naskah(siap_cetak(p, timezone.localtime(pada).date()), pada)
    return Cetakan("perjanjian", naskah, "F4", akhiran, str(p), kembali)


def _kop(siap: PerjanjianSiap, hari: date) -> Kop:
    """The agency's, or that of the head of the pemda himself."""
    asli = kop(siap.perjanjian.perangkat_daerah, hari)
    if not siap.bentuk.sedaerah:
        return asli
    return Kop(pemda="", nama=siap.pertama.jabatan.upper(), alamat=(), lambang=asli.lambang)


def _penanda(p: Pihak) -> Penanda:
    """Rank and NIP of a kepala daerah are not printed, so they are not in the data either."""
    if p.kepala_daerah:
        return Penanda(p.jabatan, p.nama, kepala_daerah=True)
    return Penanda(p.jabatan, p.nama, p.pangkat, p.nip)


def _judul_sasaran(isi: IsiPerjanjian) -> str:
    """ "Sasaran Strategis", "Sasaran Program"; of several levels just "Sasaran"."""
    jenjang = {s.jenjang for s in isi.sasaran}
    if len(jenjang) != 1:
        return "Sasaran"
    satu = Jenjang(jenjang.pop())
    if satu == Jenjang.SASARAN:
        return "Sasaran Strategis"
    return f"Sasaran {satu.label.title()}"


def _judul_uang(bentuk: Bentuk) -> str:
    return " / ".join(j.label.title() for j in bentuk.uang)


def _dasar(p: PerjanjianKinerja) -> str:
    """The budget document that the numbers come from, as far as the agency typed it."""
    t = p.tahap
    if not t.nomor_dokumen:
        return ""
    pada = f" tanggal {tanggal(t.tanggal_dokumen)}" if t.tanggal_dokumen else ""
    return f"Anggaran menurut {t.nama}, dokumen nomor {t.nomor_dokumen}{pada}."


def cuplikan_dari(naskah: NaskahPerjanjian, bentuk: Bentuk) -> dict[str, Any]:
    """What is frozen: the naskah, the form that it was made by, and what the public page says."""
    isi: dict[str, Any] = json.loads(naskah.ke_json())
    pihak = [("Pihak pertama", naskah.pertama)]
    pihak += [("Pihak kedua", naskah.kedua)] if naskah.kedua else []
    isi["para_pihak"] = [{"sebagai": s, "nama": p.nama, "jabatan": p.jabatan} for s, p in pihak]
    isi["bentuk"] = json.loads(json.dumps(asdict(bentuk)))
    isi["persetujuan"] = naskah.cap.persetujuan if naskah.cap else ""
    return isi
