"""Guards of comments: said is said, about a box of the document, answered one level deep."""

from __future__ import annotations

from collections.abc import Iterator

from kinerja.bentuk_penjaga import Penjaga

TABEL = "kinerja_komentar"
KATA = ("pohon_id", "simpul_uid", "teks", "menyebut", "oleh_id", "pada")
BOLEH_KOSONG = ("indikator_uid", "membalas_id")


def _susun() -> Iterator[Penjaga]:
    berubah = [f"NEW.{k} <> OLD.{k}" for k in (*KATA, *BOLEH_KOSONG)]
    berubah += [f"(NEW.{k} IS NULL) <> (OLD.{k} IS NULL)" for k in BOLEH_KOSONG]
    yield Penjaga(f"{TABEL}_tetap", TABEL, f"UPDATE OF {', '.join((*KATA, *BOLEH_KOSONG))}",
                  " OR ".join(berubah), "kata komentar tidak diubah")  # fmt: skip
    yield Penjaga(f"{TABEL}_hapus", TABEL, "DELETE", "1 = 1",
                  "komentar diselesaikan, tidak dihapus")  # fmt: skip
    kotak = (
        "NOT EXISTS (SELECT 1 FROM kinerja_simpul s "
        "WHERE s.pohon_id = NEW.pohon_id AND s.uid = NEW.simpul_uid)"
    )
    yield Penjaga(f"{TABEL}_kotak", TABEL, "INSERT", kotak, "komentar pada kotak dokumen lain")
    indikator = (
        "NEW.indikator_uid IS NOT NULL AND NOT EXISTS (SELECT 1 FROM kinerja_indikator i, "
        "kinerja_simpul s WHERE s.pohon_id = NEW.pohon_id AND s.uid = NEW.simpul_uid "
        "AND i.simpul_id = s.id AND i.uid = NEW.indikator_uid)"
    )
    yield Penjaga(f"{TABEL}_indikator", TABEL, "INSERT", indikator,
                  "indikator itu milik kotak lain")  # fmt: skip
    bertingkat = (
        "EXISTS (SELECT 1 FROM kinerja_komentar k WHERE k.id = NEW.membalas_id AND "
        "(k.membalas_id IS NOT NULL OR k.pohon_id <> NEW.pohon_id "
        "OR k.simpul_uid <> NEW.simpul_uid))"
    )
    yield Penjaga(f"{TABEL}_setingkat", TABEL, "INSERT", bertingkat,
                  "balasan hanya di bawah komentar pertama kotak yang sama")  # fmt: skip


KOMENTAR: tuple[Penjaga, ...] = tuple(_susun())
