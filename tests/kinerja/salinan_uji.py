"""A document with something in every table, and what a copy is compared by."""

from __future__ import annotations

import pytest

from kinerja.aturan.temuan import AturanDilanggar
from kinerja.models import Jabatan, Label, Perubahan, Riwayat
from kinerja.models.perubahan import baca_baris
from kinerja.models.susunan import Susunan
from kinerja.models.tabel_pohon import BARIS
from tests.factories import PADA

SEMUA = frozenset({"indikator", "target", "pagu", "label", "pengampu", "penugasan"})


def isi_semua(pohon, jalur, dinas, siapa):
    """Something in every table of ``pohon``; answers its indicator."""
    sub, program = jalur["SUB_KEGIATAN"], jalur["PROGRAM"]
    indikator = pohon.tambah_indikator(
        program, teks="Cakupan Dinas Sosial", satuan="%", formulasi=["a / b"], **siapa
    )
    pohon.ubah(jalur["KEGIATAN"], {"indikator_induk": str(indikator.uid)}, **siapa)
    for tahun in (2025, 2026):
        pohon.isi_target(indikator, f"{tahun - 1950}", tahun=tahun, **siapa)
        pohon.isi_pagu(sub, "1.000.000", tahun=tahun, **siapa)
    pohon.isi_baseline(indikator, "70", tahun=2024, **siapa)
    pohon.isi_klaim(program, "900.000", tahun=2025, **siapa)
    pohon.isi_klaim(pohon.akar(), "900.000", tahun=2025, **siapa)
    label = Label.objects.create(perangkat_daerah=dinas, jenis="SPM", nama="SPM")
    jabatan = Jabatan.objects.create(perangkat_daerah=dinas, jenis="PENGAWAS", nama="Kasubag")
    pohon.tugaskan(sub, jabatan, **siapa)
    pohon.tanggungkan(indikator, jabatan=[jabatan], lembaga=[dinas], **siapa)
    pohon.muat(
        [
            Perubahan("label", (str(sub.uid), label.pk), None, {}),
            Perubahan("pengampu", (str(sub.uid), dinas.pk), None, {}),
            Perubahan("penggantian", (str(sub.uid), str(program.uid)), None, {"tahun": 2026}),
        ],
        ringkasan="Terkait", **siapa,
    )  # fmt: skip
    return indikator


def setujui(pohon, oleh):
    for verba, isi in (("ajukan", {"galat": 0}), ("setujui", {"galat": 0})):
        pohon.refresh_from_db()
        getattr(pohon, verba)(versi=pohon.versi, oleh=oleh, pada=PADA, **isi)
    return pohon


def isi_penuh(pohon):
    """Every row of a document by table and key, the shape included."""
    susunan = Susunan(pohon)
    bentuk = {uid: susunan.isi(uid) for uid in susunan.keturunan(susunan.akar)}
    lain = {j: {k: isi for k, (_, isi) in baca_baris(pohon, j).items()} for j in BARIS}
    return {"simpul": bentuk} | lain


def kode_tolak(perbuatan):
    with pytest.raises(AturanDilanggar) as ditolak:
        perbuatan()
    return [t.kode for t in ditolak.value.temuan]


def terakhir(pohon):
    return Riwayat.objects.filter(pohon=pohon).latest("nomor")
