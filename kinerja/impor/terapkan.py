"""From a session to the tree and back: plan under the lock, write all or nothing, undo.

A workbook is read outside any transaction; what stands between the planner's preview and the
button (somebody else's edit, another tab's decision) shows in the fingerprint of the plan.
"""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from django.db import transaction

from kinerja.aturan.temuan import tolak, tolak_bila
from kinerja.impor.bacaan import HasilBaca, PilihanImpor
from kinerja.impor.bacakan import baca_berkas
from kinerja.impor.koreksi import PilihanTidakSah
from kinerja.impor.pemulung import tanpa_pemulung
from kinerja.impor.peta import peta_dipakai
from kinerja.impor.potret import Potret, potret, potret_kosong
from kinerja.impor.putusan import kata_putusan
from kinerja.impor.rencana import PilihanRencana, Rencana, susun
from kinerja.impor.rencana_jabatan import (
    batalkan_jabatan,
    berjabatan,
    rencana_jabatan,
    terapkan_jabatan,
)
from kinerja.impor.rencana_kaitan import pasang_label
from kinerja.impor.unit_baru import daftarkan_unit, pasang_unit_baru
from kinerja.models import Pengguna, PetaKolom, Pohon, Riwayat, SesiImpor, VersiNomenklatur
from kinerja.models.pembatalan import pembatalan_terakhir
from kinerja.pilihan import MaksudImpor, StatusSesiImpor


def baca(sesi: SesiImpor) -> HasilBaca:
    """Read the session's workbook with its choices and corrections. Nothing stays on disk."""
    if sesi.berkas is None:
        pesan = "Berkas impor ini sudah dihapus karena lebih dari 30 hari; unggah lagi berkasnya."
        raise tolak("BERKAS_DIHAPUS", pesan)
    with tempfile.TemporaryDirectory(prefix="impor-") as folder:
        jalur = Path(folder) / "berkas"
        jalur.write_bytes(bytes(sesi.berkas))
        try:
            return baca_berkas(jalur, sesi.nama_berkas, pilihan_baca(sesi))
        except PilihanTidakSah as salah:
            raise tolak("PILIHAN_TIDAK_SAH", str(salah)) from salah


def pilihan_baca(sesi: SesiImpor) -> PilihanImpor:
    """What the planner chose about reading."""
    periode = sesi.pohon.periode if sesi.pohon else sesi.periode
    return PilihanImpor(
        lembar=sesi.lembar or None,
        jenis=sesi.tata_letak or None,
        tabel=sesi.tabel,
        tahun=sesi.tahun,
        koreksi=dict(sesi.koreksi),
        tahun_awal=periode.tahun_awal if periode else None,
        dengan_tersembunyi=bool(sesi.rencana.get("dengan_tersembunyi")),
        semua_tabel=bool(sesi.rencana.get("semua_tabel")),
        peta=sesi.rencana.get("peta", {}),
    )


def rencanakan(sesi: SesiImpor, hasil: HasilBaca) -> Rencana:
    """The plan of a session against its document as it stands now."""
    if berjabatan(hasil):
        return rencana_jabatan(sesi, hasil)
    return susun(hasil, potret_sesi(sesi), pilihan_rencana(sesi))


def potret_sesi(sesi: SesiImpor) -> Potret:
    if sesi.pohon is not None:
        return potret(sesi.pohon)
    versi = versi_nomenklatur(sesi)
    return potret_kosong(sesi.jenis_pohon, sesi.perangkat_daerah, versi, sesi.periode)


def pilihan_rencana(sesi: SesiImpor) -> PilihanRencana:
    periode = sesi.pohon.periode if sesi.pohon else sesi.periode
    return PilihanRencana(
        benih=f"{sesi.sha256} {sesi.dibuat_pada.isoformat()} {sesi.oleh_id}",
        tahun=sesi.tahun or (periode.tahun_awal if periode else None),
        tahap=sesi.tahap,
        induk=str(sesi.induk_uid or ""),
        keputusan=sesi.rencana.get("keputusan", {}),
        daftar_tahun=tuple(periode.daftar_tahun()) if periode else (),
        alasan=sesi.rencana.get("alasan", {}),
        maksud=sesi.rencana.get("maksud") or MaksudImpor.PERBARUI,
    )


def versi_nomenklatur(sesi: SesiImpor) -> VersiNomenklatur | None:
    """The national list that serves the year of a new document, when exactly one does."""
    tahun = sesi.tahun or (sesi.periode.tahun_awal if sesi.periode else None)
    melayani = VersiNomenklatur.objects.filter(tahun_mulai__lte=tahun or 0)
    daftar = [v for v in melayani if v.tahun_sampai is None or v.tahun_sampai >= (tahun or 0)]
    return daftar[0] if len(daftar) == 1 else None


@tanpa_pemulung()
def terapkan(sesi: SesiImpor, *, oleh: Pengguna, pada: datetime) -> Riwayat:
    """Write the plan that the planner saw, as one event. Raises AturanDilanggar with the reason.

    An error that was left unfilled comes back from the reading as a warning; any other refuses.
    Re-plans under the document's lock: a plan that differs from the preview is refused
    (RENCANA_BASI) and nothing is written.
    """
    hasil = baca(sesi)
    tolak_bila(hasil.temuan)
    koreksi = dict(sesi.koreksi)
    with transaction.atomic():
        terkunci = SesiImpor.objects.select_for_update(of=("self",)).get(pk=sesi.pk)
        _periksa_sesi(terkunci, koreksi)
        if berjabatan(hasil):
            return _terapkan_jabatan(sesi, terkunci, hasil, oleh=oleh, pada=pada)
        pohon = _kunci_dokumen(terkunci, oleh=oleh, pada=pada)
        rencana = susun(hasil, potret(pohon), pilihan_rencana(terkunci))
        tolak_bila(rencana.temuan)
        if rencana.sidik != terkunci.sidik_rencana:
            raise tolak(
                "RENCANA_BASI",
                "Dokumen berubah sesudah pratinjau dibuat; periksa pratinjau yang baru.",
            )
        unit = daftarkan_unit(rencana.unit_baru, pohon.perangkat_daerah, oleh=oleh, pada=pada)
        perubahan = list(pasang_unit_baru(rencana.perubahan, unit)) if unit else rencana.perubahan
        perubahan = pasang_label(pohon.perangkat_daerah, perubahan)
        riwayat = pohon.muat(perubahan, oleh=oleh, pada=pada, ringkasan=_kalimat(terkunci, rencana))
        if riwayat is None:
            raise tolak("TANPA_PERUBAHAN", "Tidak ada yang berubah; dokumen sudah sama.")
        terkunci.pohon, terkunci.riwayat = pohon, riwayat
        terkunci.status = StatusSesiImpor.DITERAPKAN
        terkunci.save(update_fields=["pohon", "riwayat", "status"])
        PetaKolom.ingat(sesi.perangkat_daerah, peta_dipakai(terkunci), oleh=oleh, pada=pada)
    sesi.refresh_from_db(fields=["pohon", "riwayat", "status"])
    return riwayat


def _terapkan_jabatan(
    sesi: SesiImpor, terkunci: SesiImpor, hasil: HasilBaca, *, oleh: Pengguna, pada: datetime
) -> Riwayat:
    """A table of positions goes into its cascading per jabatan instead of a tree."""
    riwayat = terapkan_jabatan(terkunci, hasil, oleh=oleh, pada=pada)
    PetaKolom.ingat(sesi.perangkat_daerah, peta_dipakai(terkunci), oleh=oleh, pada=pada)
    sesi.refresh_from_db(fields=["peta_jabatan", "riwayat", "status"])
    return riwayat


def batalkan(sesi: SesiImpor, *, oleh: Pengguna, pada: datetime) -> None:
    """Undo a whole import as a new event. Raises AturanDilanggar with the reason why not."""
    with transaction.atomic():
        terkunci = SesiImpor.objects.select_for_update(of=("self",)).get(pk=sesi.pk)
        if terkunci.peta_jabatan is not None:
            batalkan_jabatan(terkunci, oleh=oleh, pada=pada)
        elif terkunci.pohon is None or terkunci.riwayat is None:
            raise tolak("BELUM_DITERAPKAN", "Impor ini belum diterapkan.")
        else:
            terakhir = terkunci.riwayat
            if terkunci.status == StatusSesiImpor.DITERAPKAN:  # perhaps again, after an undone undo
                terakhir = pembatalan_terakhir(terakhir)
            terkunci.pohon.batalkan(terakhir, oleh=oleh, pada=pada)
    sesi.refresh_from_db(fields=["pohon", "riwayat", "status"])


def _periksa_sesi(sesi: SesiImpor, koreksi: Mapping[str, str]) -> None:
    if sesi.status != StatusSesiImpor.PRATINJAU:
        raise tolak("SUDAH_DITERAPKAN", "Impor ini sudah diterapkan.")
    if sesi.koreksi != koreksi:
        raise tolak("RENCANA_BASI", "Keputusan diubah di jendela lain; muat ulang halaman ini.")


def _kunci_dokumen(sesi: SesiImpor, *, oleh: Pengguna, pada: datetime) -> Pohon:
    """The session's document with its row locked; a new one is made here."""
    if sesi.pohon_id is not None:
        return Pohon.objects.terkunci(sesi.pohon_id, "periode", "versi_nomenklatur")
    if sesi.periode is None:
        raise tolak("DOKUMEN_DIPERLUKAN", "Pilih dokumen tujuan impor ini.")
    return Pohon.buat(
        perangkat_daerah=sesi.perangkat_daerah,
        periode=sesi.periode,
        jenis=sesi.jenis_pohon,
        judul=sesi.judul,
        versi_nomenklatur=versi_nomenklatur(sesi),
        oleh=oleh,
        pada=pada,
    )


def _kalimat(sesi: SesiImpor, rencana: Rencana) -> str:
    r = rencana.ringkasan
    banyak = ((r.baru, "baru"), (r.berubah, "berubah"), (r.dipindah, "dipindah"),
              (r.dihapus, "dihapus"))  # fmt: skip
    isi = [f"{n} {kata}" for n, kata in banyak if n] or ["angka diperbarui"]
    return f"Impor {sesi.nama_berkas[:200]}: {', '.join([*isi, *kata_putusan(sesi)])}"
