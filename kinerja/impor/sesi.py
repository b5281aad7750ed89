"""The life of an upload before it is applied: made, decided on, chosen anew, cleaned up."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction

from kinerja.aturan.temuan import AturanDilanggar, Temuan, tolak
from kinerja.impor.peta import peta_dipakai
from kinerja.impor.pratinjau import Cuplikan, hitung
from kinerja.models import Pengguna, PerangkatDaerah, Periode, PetaKolom, Pohon, SesiImpor
from kinerja.pilihan import AksiImpor, JenisPohon, StatusSesiImpor

UMUR_BERKAS = timedelta(days=30)
"""How long an uploaded file is kept; then hash and plan remain."""

PILIHAN_BACA = ("lembar", "tata_letak", "tabel", "tahun", "tahap", "induk_uid")
JAWABAN = (AksiImpor.SAMA, AksiImpor.BARU, AksiImpor.TUKAR, AksiImpor.TETAP)
"""Answers to what the preview asks: the same box or a new one, goal or indicator."""
MENGGANTI_ISI = {"lembar", "tata_letak", "tabel"}
"""Choices after which another table is read: answers about similar names no longer fit."""


def mulai(
    *,
    perangkat_daerah: PerangkatDaerah,
    nama_berkas: str,
    isi: bytes,
    oleh: Pengguna,
    pada: datetime,
    pohon: Pohon | None = None,
    periode: Periode | None = None,
    jenis_pohon: str = JenisPohon.CASCADING,
    judul: str = "",
    tahun: int | None = None,
    tahap: str = "",
) -> SesiImpor:
    """Read an upload into a new session. A refused file leaves nothing: AturanDilanggar."""
    bersihkan(pada=pada)
    sesi = SesiImpor(
        perangkat_daerah=pohon.perangkat_daerah if pohon else perangkat_daerah,
        pohon=pohon,
        periode=None if pohon else periode,
        jenis_pohon=pohon.jenis if pohon else jenis_pohon,
        judul="" if pohon else " ".join(judul.split()),
        nama_berkas=nama_berkas[:255],
        berkas=isi,
        oleh=oleh,
        dibuat_pada=pada,
        tahun=tahun,
        tahap=tahap,
        rencana={"peta": PetaKolom.milik(pohon.perangkat_daerah if pohon else perangkat_daerah)},
    )
    hitung(sesi)
    sesi.rencana["peta_diingat"] = sorted(peta_dipakai(sesi))
    terkunci = [t for t in sesi.rencana["temuan"] if t["kode"] == "DOKUMEN_TERKUNCI"]
    if terkunci:
        raise AturanDilanggar([Temuan(kode=t["kode"], pesan=t["pesan"]) for t in terkunci])
    sesi.save()
    return sesi


def putuskan(sesi: SesiImpor, *, alamat: str, aksi: str, nilai: str = "") -> None:
    """One decision: a text for a cell, leave it unfilled, take a decision back, or the answer to
    a question.

    ``alamat`` is "LEMBAR!SEL" of a cell that the preview shows.
    """
    if alamat not in alamat_dikenal(sesi.rencana) and alamat not in sesi.koreksi:
        pesan = "Sel itu tidak ada di pratinjau; muat ulang halaman ini."
        raise tolak("SEL_TIDAK_DIKENAL", pesan)
    with _ubah(sesi) as ubah:
        rencana = ubah.rencana
        keputusan = rencana.setdefault("keputusan", {})
        if aksi in JAWABAN:
            keputusan[alamat] = aksi
        elif aksi == AksiImpor.BATAL:
            ubah.koreksi.pop(alamat, None)
            keputusan.pop(alamat, None)
            for catatan in ("asal", "alasan"):
                rencana.get(catatan, {}).pop(alamat, None)
        else:
            _koreksi(ubah, {alamat: "" if aksi == AksiImpor.BIARKAN else nilai.strip()})


def terima(sesi: SesiImpor, usul: Mapping[str, str]) -> None:
    """Several proposals that the planner saw and accepted together: cell -> text."""
    if asing := set(usul) - alamat_dikenal(sesi.rencana):
        pesan = f"Sel {sorted(asing)[0]} tidak ada di pratinjau; muat ulang halaman ini."
        raise tolak("SEL_TIDAK_DIKENAL", pesan)
    with _ubah(sesi) as ubah:
        _koreksi(ubah, usul)


def _koreksi(sesi: SesiImpor, koreksi: Mapping[str, str]) -> None:
    """Put texts in the place of cells; keep what stood there and why it was replaced."""
    isi, sebab = isi_cuplikan(sesi.rencana), _alasan_usul(sesi.rencana)
    asal, alasan = (sesi.rencana.setdefault(k, {}) for k in ("asal", "alasan"))
    for alamat, nilai in koreksi.items():
        asal.setdefault(alamat, isi.get(alamat, ""))
        alasan[alamat] = sebab.get((alamat, _rapat(nilai)), "")
        sesi.koreksi[alamat] = nilai


def _alasan_usul(cuplikan: Cuplikan) -> dict[tuple[str, str], str]:
    """Why each proposal of the preview is made, by cell and text."""
    return {
        (f"{u['lembar']}!{u['sel']}", _rapat(u["nilai"])): u["alasan"]
        for t in cuplikan.get("temuan", ())
        for u in t["usul"]
    }


def pilih(sesi: SesiImpor, pilihan: Mapping[str, Any]) -> None:
    """Another sheet, table, layout, year, stage or parent. What cannot be read changes nothing."""
    with _ubah(sesi) as ubah:
        for medan in PILIHAN_BACA:
            if medan in MENGGANTI_ISI and getattr(ubah, medan) != pilihan[medan]:
                ubah.rencana.pop("keputusan", None)
            setattr(ubah, medan, pilihan[medan])
        for medan in ("dengan_tersembunyi", "semua_tabel"):
            ubah.rencana[medan] = bool(pilihan.get(medan))


def petakan(sesi: SesiImpor, peta: Mapping[str, str]) -> None:
    """What the planner says about column heads; everything is read again by it."""
    with _ubah(sesi) as ubah:
        ubah.rencana["peta"] = ubah.rencana.get("peta", {}) | peta
        ubah.rencana.pop("keputusan", None)


def perbarui(sesi: SesiImpor) -> None:
    """Read and plan again with the same choices, because the document was changed."""
    with _ubah(sesi):
        pass


def _rapat(nilai: str) -> str:
    """13.298.000 and 13298000 are one proposal."""
    return nilai.replace(".", "").replace(" ", "")


@contextmanager
def _ubah(sesi: SesiImpor) -> Iterator[SesiImpor]:
    """Change a session in preview and compute it again; on a refusal nothing is saved."""
    if sesi.status != StatusSesiImpor.PRATINJAU:
        pesan = "Impor ini sudah diterapkan; unggah lagi berkasnya untuk mengubah sesuatu."
        raise tolak("SUDAH_DITERAPKAN", pesan)
    semula = (dict(sesi.koreksi), sesi.sidik_rencana)
    yield sesi
    hitung(sesi)
    with transaction.atomic():
        kini = SesiImpor.objects.select_for_update(of=("self",)).get(pk=sesi.pk)
        if kini.status != StatusSesiImpor.PRATINJAU or semula != (kini.koreksi, kini.sidik_rencana):
            pesan = "Keputusan lain baru saja disimpan; muat ulang halaman ini lalu ulangi."
            raise tolak("RENCANA_BASI", pesan)
        sesi.save()


def alamat_dikenal(cuplikan: Cuplikan) -> set[str]:
    """Every cell a decision may name."""
    dikenal = set(isi_cuplikan(cuplikan))
    for t in cuplikan.get("temuan", ()):
        if t["sel"]:
            dikenal.add(f"{t['lembar']}!{t['sel']}")
    return {alamat for alamat in dikenal if re.search(r"![A-Z]{1,3}[1-9][0-9]{0,6}$", alamat)}


def isi_cuplikan(cuplikan: Cuplikan) -> dict[str, str]:
    """The text of the cells that the preview shows, by "LEMBAR!SEL"."""
    isi: dict[str, str] = {}
    for t in cuplikan.get("temuan", ()):
        isi[f"{t['lembar']}!{t['sel']}"] = t["mentah"]
        isi |= {f"{u['lembar']}!{u['sel']}": u["mentah"] for u in t["usul"]}
    for b in cuplikan.get("baris", ()):
        isi[f"{b['lembar']}!{b['sel']}"] = b["nama"] or b["kinerja"]
        nilai = [*b["pagu"], *(n for i in b["indikator"] for n in i["target"])]
        isi |= {alamat_nilai(b, n): n["mentah"] for n in nilai}
    return isi


def alamat_nilai(b: Mapping[str, Any], n: Mapping[str, Any]) -> str:
    """The cell of a number in a snapshot; it may stand on another sheet than its box."""
    return f"{n.get('lembar') or b['lembar']}!{n['sel']}"


def maksudkan(sesi: SesiImpor, maksud: str) -> None:
    """What a workbook that came back is to do: add only, update, or make the same."""
    if not sesi.rencana.get("buku_kerja"):
        pesan = "Maksud hanya ditanyakan untuk buku kerja yang diunduh dari sini."
        raise tolak("BUKAN_BUKU_KERJA", pesan)
    with _ubah(sesi) as ubah:
        ubah.rencana["maksud"] = maksud


def bersihkan(*, pada: datetime) -> int:
    """Drop files older than 30 days and previews nobody applied by then; answers how many."""
    lama = SesiImpor.objects.filter(dibuat_pada__lt=pada - UMUR_BERKAS)
    return lama.exclude(berkas=None).update(berkas=None)
