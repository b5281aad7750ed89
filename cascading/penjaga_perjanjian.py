"""Guards of agreements: agreed is agreed, steps are those of the ladder, stages stay locked."""

from __future__ import annotations

from collections.abc import Iterator

from cascading.aturan.perjanjian import BEKU, TANGGA
from kinerja.bentuk_penjaga import Penjaga

TABEL = "cascading_perjanjiankinerja"
TETAP = ("perangkat_daerah_id", "jabatan_id", "tahun", "urutan", "sebab")
BEKU_TETAP = ("tahap_id", "pihak_pertama_id", "pihak_kedua_id", "tanggal", "nomor", "tempat",
              "sidik", "disetujui_oleh_id", "disetujui_pada", "menggantikan_id")  # fmt: skip


def berubah(kolom: str) -> str:
    """Also from and to nothing."""
    return f"(NEW.{kolom} <> OLD.{kolom} OR (NEW.{kolom} IS NULL) <> (OLD.{kolom} IS NULL))"


def _susun() -> Iterator[Penjaga]:
    beku = ", ".join(f"'{s!s}'" for s in sorted(BEKU))
    yield Penjaga(f"{TABEL}_tetap", TABEL, f"UPDATE OF {', '.join(TETAP)}",
                  " OR ".join(berubah(k) for k in TETAP),
                  "perjanjian tidak berganti jabatan, tahun atau urutan")  # fmt: skip
    yield Penjaga(f"{TABEL}_beku", TABEL, f"UPDATE OF {', '.join(BEKU_TETAP)}",
                  f"OLD.status IN ({beku}) AND ({' OR '.join(map(berubah, BEKU_TETAP))})",
                  "perjanjian yang disetujui tidak berubah")  # fmt: skip
    sah = " OR ".join(f"(OLD.status = '{t.dari!s}' AND NEW.status = '{t.ke!s}')" for t in TANGGA)
    yield Penjaga(f"{TABEL}_langkah", TABEL, "UPDATE OF status",
                  f"NEW.status <> OLD.status AND NOT ({sah})",
                  "langkah itu tidak ada di tangga perjanjian")  # fmt: skip
    yield Penjaga(f"{TABEL}_lahir", TABEL, "INSERT", "NEW.status <> 'DRAF'",
                  "perjanjian mulai sebagai draf")  # fmt: skip
    yield Penjaga(f"{TABEL}_hapus", TABEL, "DELETE", "OLD.status <> 'DRAF'",
                  "hanya draf yang dihapus")  # fmt: skip
    berlaku = (
        f"OLD.terkunci AND NOT NEW.terkunci AND EXISTS (SELECT 1 FROM {TABEL} p, "
        "kinerja_tahap t "
        "WHERE p.status = 'BERLAKU' AND t.id = p.tahap_id AND t.tahun = OLD.tahun "
        "AND t.perangkat_daerah_id = OLD.perangkat_daerah_id AND t.urutan >= OLD.urutan)"
    )
    yield Penjaga("kinerja_tahap_berperjanjian", "kinerja_tahap", "UPDATE OF terkunci", berlaku,
                  "ada perjanjian yang berlaku menurut tahap itu; buka tahap baru")  # fmt: skip


PERJANJIAN: tuple[Penjaga, ...] = tuple(_susun())
