"""Guards of crosscutting: it begins as a question, its steps are those of the ladder, it stays."""

from __future__ import annotations

from collections.abc import Iterator

from cascading.aturan.lintas import TANGGA
from cascading.penjaga_perjanjian import berubah
from kinerja.bentuk_penjaga import Penjaga

TABEL = "cascading_crosscutting"
TETAP = ("perangkat_daerah_id", "simpul_uid", "diminta_id", "unit_id", "isi", "diminta_oleh_id",
         "diminta_pada")  # fmt: skip


def _susun() -> Iterator[Penjaga]:
    yield Penjaga(f"{TABEL}_tetap", TABEL, f"UPDATE OF {', '.join(TETAP)}",
                  " OR ".join(berubah(k) for k in TETAP),
                  "permintaan crosscutting tidak diganti isinya; ajukan yang baru")  # fmt: skip
    yield Penjaga(f"{TABEL}_jawaban", TABEL, "UPDATE OF jawaban_uid",
                  f"OLD.status <> 'MENUNGGU' AND {berubah('jawaban_uid')}",
                  "crosscutting yang dijawab tidak berganti kotak")  # fmt: skip
    sah = " OR ".join(
        dict.fromkeys(f"(OLD.status = '{t.dari!s}' AND NEW.status = '{t.ke!s}')" for t in TANGGA)
    )
    yield Penjaga(f"{TABEL}_langkah", TABEL, "UPDATE OF status",
                  f"NEW.status <> OLD.status AND NOT ({sah})",
                  "langkah itu tidak ada di tangga crosscutting")  # fmt: skip
    yield Penjaga(f"{TABEL}_lahir", TABEL, "INSERT", "NEW.status <> 'MENUNGGU'",
                  "crosscutting mulai sebagai permintaan")  # fmt: skip
    yield Penjaga(f"{TABEL}_hapus", TABEL, "DELETE", "1 = 1",
                  "crosscutting tidak dihapus")  # fmt: skip


LINTAS: tuple[Penjaga, ...] = tuple(_susun())
