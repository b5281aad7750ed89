"""The open data of a frozen document, out of its snapshot. People are left to the signed file."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from kinerja.pilihan import Jenjang
from laporan.models import Dokumen
from laporan.naskah_iku import naskah_beku as naskah_iku
from laporan.naskah_perjanjian import naskah_beku as naskah_perjanjian
from laporan.pilihan import JenisDokumen
from laporan.pohon_beku import naskah_beku_pohon
from laporan.publik.tabel import KumpulanTabel, Sel, Tabel

Baris = Iterable[tuple[Sel, ...]]


def isi_dokumen(dokumen: Dokumen) -> KumpulanTabel:
    """All tables of one document of a public kind."""
    keterangan = {
        "judul": dokumen.judul,
        "jenis": str(dokumen.get_jenis_display()),
        "perangkat_daerah": str(dokumen.perangkat_daerah),
        "pemerintah_daerah": str(dokumen.perangkat_daerah.pemda_atau_diri()),
        "tahun": str(dokumen.tahun),
        "versi": str(dokumen.versi),
        "kode_verifikasi": dokumen.kode_tercetak,
        "disetujui": dokumen.dibuat_pada.isoformat(timespec="seconds"),
        "sha256_isi": dokumen.sha256,
    }
    tabel = tuple(TABEL[dokumen.jenis](dokumen))
    return KumpulanTabel(keterangan, tabel, dokumen.dibuat_pada.isoformat(timespec="seconds"))


def _pohon(dokumen: Dokumen) -> Iterable[Tabel]:
    data = naskah_beku_pohon(dokumen).data
    semua = [(k, i) for k in data for i in k.indikator]
    yield Tabel(
        "kotak",
        ("uid", "induk_uid", "jenjang", "nomor", "kode", "nama", "kinerja", "pelaksana"),
        tuple((k.uid, k.induk, k.nama_jenjang, k.nomor, k.kode, k.nama, k.kinerja, k.pelaksana)
              for k in data),
    )  # fmt: skip
    yield Tabel(
        "indikator",
        ("uid", "kotak_uid", "jenjang", "kotak", "indikator", "satuan", "arah", "iku", "rumus"),
        tuple((i.uid, k.uid, k.nama_jenjang, k.sebutan, i.teks, i.satuan, i.arah,
               "ya" if i.utama else "tidak", "; ".join(i.formulasi)) for k, i in semua),
    )  # fmt: skip
    yield Tabel(
        "target",
        ("indikator_uid", "indikator", "satuan", "tahun", "target"),
        tuple((i.uid, i.teks, i.satuan, int(t), isi) for _, i in semua
              for t, isi in (i.target or {}).items()),
    )  # fmt: skip
    yield Tabel(
        "pagu",
        ("kotak_uid", "jenjang", "kode", "kotak", "tahun", "rupiah"),
        tuple((k.uid, k.nama_jenjang, k.kode, k.sebutan, int(t), n) for k in data
              for t, n in (k.pagu or {}).items()),
    )  # fmt: skip


def _perjanjian(dokumen: Dokumen) -> Iterable[Tabel]:
    naskah = naskah_perjanjian(dokumen)
    jabatan, isi = naskah.pertama.jabatan, naskah.isi
    yield Tabel(
        "janji",
        ("jabatan", "jenjang", "sasaran", "indikator_uid", "indikator", "satuan", "target"),
        tuple((jabatan, str(Jenjang(s.jenjang).label), s.sasaran, i.uid, i.teks, i.satuan, i.target)
              for s in isi.sasaran for i in s.indikator),
    )  # fmt: skip
    yield Tabel(
        "anggaran",
        ("kotak_uid", "kode", "nama", "rupiah", "sumber_dana"),
        tuple((u.uid, u.kode, u.nama, u.nilai, "; ".join(u.sumber_dana)) for u in isi.uang),
    )


def _iku(dokumen: Dokumen) -> Iterable[Tabel]:
    isi = naskah_iku(dokumen).isi
    yield Tabel(
        "iku",
        ("uid", "tujuan", "sasaran", "indikator", "satuan", "rumus"),
        tuple((i.uid, i.tujuan, i.sasaran, i.indikator, i.satuan, "; ".join(i.rumus))
              for i in isi.iku),
    )  # fmt: skip
    yield Tabel(
        "target",
        ("indikator_uid", "indikator", "satuan", "tahun", "target"),
        tuple((i.uid, i.indikator, i.satuan, int(t), target) for i in isi.iku
              for t, target in zip(isi.tahun, i.target, strict=False) if target),
    )  # fmt: skip


TABEL: dict[str, Callable[[Dokumen], Iterable[Tabel]]] = {
    JenisDokumen.POHON: _pohon,
    JenisDokumen.PERJANJIAN: _perjanjian,
    JenisDokumen.IKU: _iku,
}
NAMA_TABEL: dict[str, tuple[str, ...]] = {
    JenisDokumen.POHON: ("kotak", "indikator", "target", "pagu"),
    JenisDokumen.PERJANJIAN: ("janji", "anggaran"),
    JenisDokumen.IKU: ("iku", "target"),
}
"""What can be asked as CSV, without reading a snapshot."""
