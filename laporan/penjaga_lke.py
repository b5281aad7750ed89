"""Guards of evaluation sheets: each side writes in its turn, what is final stays."""

from __future__ import annotations

from collections.abc import Iterator

from cascading.penjaga_perjanjian import berubah
from kinerja.bentuk_penjaga import Penjaga
from laporan.aturan.tangga_lke import TANGGA

LKE, VERSI = "laporan_lke", "laporan_versilke"
JAWABAN, SUB = "laporan_jawabanlke", "laporan_sublke"
BUKTI, REKOMENDASI = "laporan_buktilke", "laporan_rekomendasilke"
LEMBAGA, PENILAI = "'DRAF', 'DIKEMBALIKAN'", "'DIAJUKAN'"
_BEKU = ("nilai", "predikat", "catatan", "nomor", "tanggal")


def _kolom(tabel: str, nama: str, kolom: tuple[str, ...], saat: str, pesan: str) -> Penjaga:
    """Columns that change only while the sheet has one of these statuses."""
    ubah = " OR ".join(berubah(k) for k in kolom)
    return Penjaga(f"{tabel}_{nama}", tabel, f"UPDATE OF {', '.join(kolom)}",
                   f"({ubah}) AND {_bukan(saat, 'NEW')}", pesan)  # fmt: skip


def _bukan(saat: str, baris: str) -> str:
    return (
        f"NOT EXISTS (SELECT 1 FROM {LKE} l WHERE l.id = {baris}.lke_id "  # noqa: S608
        f"AND l.status IN ({saat}))"
    )


def _susun() -> Iterator[Penjaga]:
    dipakai = f"EXISTS (SELECT 1 FROM {LKE} l WHERE l.versi_lke_id = OLD.id)"  # noqa: S608
    yield Penjaga(f"{VERSI}_dipakai_update", VERSI, "UPDATE", dipakai,
                  "instrumen yang dipakai LKE tidak diubah; muat versi baru")  # fmt: skip
    yield from _lembar()
    for tabel, saat in ((JAWABAN, "'DRAF'"), (SUB, "'DRAF'"), (BUKTI, LEMBAGA),
                        (REKOMENDASI, PENILAI)):  # fmt: skip
        for peristiwa, baris in (("INSERT", "NEW"), ("DELETE", "OLD")):
            yield Penjaga(f"{tabel}_terkunci_{peristiwa.lower()}", tabel, peristiwa,
                          _bukan(saat, baris), "LKE tidak terbuka untuk itu")  # fmt: skip
    for tabel, tetap in ((JAWABAN, ("lke_id", "kode")), (SUB, ("lke_id", "kode")),
                         (BUKTI, ("lke_id", "kode", "jenis", "asal", "tautan", "nama")),
                         (REKOMENDASI, ("lke_id", "nomor", "kode", "isi", "tenggat"))):  # fmt: skip
        yield Penjaga(f"{tabel}_tetap", tabel, f"UPDATE OF {', '.join(tetap)}",
                      " OR ".join(map(berubah, tetap)), "isian LKE tidak berpindah")  # fmt: skip
    mandiri, nilai = "penilaian mandiri terkunci", "nilai evaluator terkunci"
    yield _kolom(JAWABAN, "mandiri", ("mandiri", "catatan"), LEMBAGA, mandiri)
    yield _kolom(JAWABAN, "penilaian", ("penilaian", "catatan_penilai"), PENILAI, nilai)
    yield _kolom(SUB, "mandiri", ("bertahan",), LEMBAGA, mandiri)
    yield _kolom(SUB, "penilaian", ("bertahan_penilai", "catatan_penilai", "bertahan_lke",
                                     "grade", "penuh"), PENILAI, nilai)  # fmt: skip
    yield _kolom(REKOMENDASI, "tindak_lanjut", ("tindak_lanjut",), "'FINAL'",
                 "tindak lanjut ditulis sesudah LKE final")  # fmt: skip


def _lembar() -> Iterator[Penjaga]:
    tetap = ("perangkat_daerah_id", "tahun", "versi_lke_id")
    yield Penjaga(f"{LKE}_tetap", LKE, f"UPDATE OF {', '.join(tetap)}",
                  " OR ".join(berubah(k) for k in tetap),
                  "LKE tidak berganti perangkat daerah, tahun, atau instrumen")  # fmt: skip
    yield Penjaga(f"{LKE}_beku", LKE, f"UPDATE OF {', '.join(_BEKU)}",
                  f"OLD.status = 'FINAL' AND ({' OR '.join(map(berubah, _BEKU))})",
                  "LKE yang final tidak berubah")  # fmt: skip
    sah = " OR ".join(
        dict.fromkeys(f"(OLD.status = '{t.dari!s}' AND NEW.status = '{t.ke!s}')" for t in TANGGA)
    )
    yield Penjaga(f"{LKE}_langkah", LKE, "UPDATE OF status",
                  f"NEW.status <> OLD.status AND NOT ({sah})",
                  "langkah itu tidak ada di tangga LKE")  # fmt: skip
    yield Penjaga(f"{LKE}_berdokumen", LKE, "UPDATE OF status",
                  "NEW.status = 'FINAL' AND NOT EXISTS (SELECT 1 FROM laporan_dokumen d "
                  "WHERE d.jenis = 'LHE' AND d.asal = NEW.id)",
                  "LKE final bersama laporan hasil evaluasinya")  # fmt: skip
    yield Penjaga(f"{LKE}_lahir", LKE, "INSERT", "NEW.status <> 'DRAF'",
                  "LKE mulai sebagai draf")  # fmt: skip
    yield Penjaga(f"{LKE}_hapus", LKE, "DELETE", "OLD.status <> 'DRAF'",
                  "hanya draf yang dihapus")  # fmt: skip


PENJAGA_LKE: tuple[Penjaga, ...] = tuple(_susun())
