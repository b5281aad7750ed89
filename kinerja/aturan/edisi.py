"""When a document takes a new edition, and which edition is in force."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kinerja.aturan.temuan import Temuan
from kinerja.pilihan import StatusPohon


@dataclass(frozen=True)
class Edisi:
    """One edition of a document, as far as the others need to know it."""

    nomor: int
    status: str


def berlaku(daftar: Iterable[Edisi]) -> Edisi | None:
    """The edition in force: the last approved one, else the first that is on its way."""
    urut = sorted(daftar, key=lambda edisi: edisi.nomor)
    disetujui = [edisi for edisi in urut if edisi.status == StatusPohon.DISETUJUI]
    return next(iter(disetujui[-1:] or urut[:1]), None)


def periksa_perubahan(edisi: Edisi, daftar: Iterable[Edisi]) -> list[Temuan]:
    """A perubahan is opened from the edition in force, one at a time."""
    if edisi.status != StatusPohon.DISETUJUI:
        pesan = (
            f"Perubahan dibuka dari dokumen yang disetujui; yang ini masih "
            f"{StatusPohon(edisi.status).label}, jadi ubah langsung di sini."
        )
        return [Temuan(kode="BELUM_DISETUJUI", pesan=pesan)]
    for lain in daftar:
        if lain.nomor <= edisi.nomor:
            continue
        if lain.status == StatusPohon.DISETUJUI:
            pesan = f"Edisi {lain.nomor} sudah berlaku; buka perubahan dari edisi itu."
            return [Temuan(kode="SUDAH_DIGANTIKAN", pesan=pesan)]
        pesan = (
            f"Edisi {lain.nomor} masih {StatusPohon(lain.status).label}; lanjutkan edisi itu, "
            "atau arsipkan dahulu."
        )
        return [Temuan(kode="PERUBAHAN_TERBUKA", pesan=pesan)]
    return []


def periksa_giliran_ukur(nomor: int, berlaku: int | None) -> list[Temuan]:
    """Actual values belong to the edition in force; a draft is one while none is approved."""
    if berlaku is None or berlaku == nomor:
        return []
    kata = "sudah digantikan" if berlaku > nomor else "belum disetujui"
    pesan = f"Edisi {nomor} {kata}; realisasi diisi pada edisi {berlaku}."
    return [Temuan(kode="BUKAN_EDISI_BERLAKU", pesan=pesan)]


def periksa_digantikan(nomor: int, berlaku: int | None) -> list[Temuan]:
    """Numbers are written in the approved edition that is in force, in no older one."""
    if berlaku is None or berlaku <= nomor:
        return []
    pesan = f"Edisi {nomor} sudah digantikan edisi {berlaku}; isi angkanya di sana."
    return [Temuan(kode="SUDAH_DIGANTIKAN", pesan=pesan)]
