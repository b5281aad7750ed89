"""Guards of crosscutting: it begins as a question, its steps are those of the ladder, it stays;
parts of a shared indicator belong to an agreement and to an open quarter.
"""

from __future__ import annotations

from collections.abc import Iterator

from cascading.aturan.lintas import TANGGA
from cascading.penjaga_perjanjian import berubah
from kinerja.bentuk_penjaga import Penjaga

TABEL = "cascading_crosscutting"
KONTRIBUSI = "cascading_kontribusi"
KUNCI = ("perangkat_daerah_id", "indikator_uid", "lintas_id", "apa", "tahun", "triwulan")
NILAI = "mentah, jenis, nilai, minimum, maksimum"
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
    yield Penjaga(f"{TABEL}_indikator", TABEL, "UPDATE OF indikator_uid",
                  f"{berubah('indikator_uid')} AND (OLD.status NOT IN ('MENUNGGU', 'DISETUJUI') "
                  "OR EXISTS (SELECT 1 FROM cascading_kontribusi k WHERE k.lintas_id = OLD.id))",
                  "indikator bersama yang sudah diisi tidak diganti")  # fmt: skip
    yield from _kontribusi()


def _kontribusi() -> Iterator[Penjaga]:
    """A part belongs to an agreed request for its indicator, and to a quarter that is open."""
    yield Penjaga(f"{KONTRIBUSI}_tetap", KONTRIBUSI, f"UPDATE OF {', '.join(KUNCI)}",
                  " OR ".join(berubah(k) for k in KUNCI),
                  "kontribusi tidak berpindah pihak, indikator, atau triwulan")  # fmt: skip
    for kata, peristiwa, baris in (
        ("insert", "INSERT", "NEW"), ("update", f"UPDATE OF {NILAI}", "NEW"),
        ("delete", "DELETE", "OLD"),
    ):  # fmt: skip
        yield Penjaga(f"{KONTRIBUSI}_sepakat_{kata}", KONTRIBUSI, peristiwa, _tanpa_sepakat(baris),
                      "kontribusi diisi selama dukungannya disetujui")  # fmt: skip
        yield Penjaga(f"{KONTRIBUSI}_terkunci_{kata}", KONTRIBUSI, peristiwa, _terkunci(baris),
                      "triwulan itu sudah diajukan atau diverifikasi")  # fmt: skip


def _tanpa_sepakat(baris: str) -> str:
    milik = (
        f"c.perangkat_daerah_id = {baris}.perangkat_daerah_id "
        f"AND c.indikator_uid = {baris}.indikator_uid"
    )
    return (
        f"NOT EXISTS (SELECT 1 FROM {TABEL} c WHERE {milik} AND ({baris}.lintas_id IS NULL "
        f"OR (c.id = {baris}.lintas_id AND c.status = 'DISETUJUI')))"
    )


def _terkunci(baris: str) -> str:
    """The measuring of the edition that counts has gone up."""
    return (
        "EXISTS (SELECT 1 FROM kinerja_pengukuran u, kinerja_pohon p, kinerja_indikator i "
        f"WHERE i.uid = {baris}.indikator_uid AND p.id = i.pohon_id AND u.pohon_id = p.id "
        f"AND p.perangkat_daerah_id = {baris}.perangkat_daerah_id AND u.tahun = {baris}.tahun "
        f"AND u.triwulan = {baris}.triwulan AND u.status IN ('DIAJUKAN', 'DIVERIFIKASI') "
        "AND NOT EXISTS (SELECT 1 FROM kinerja_pohon q WHERE q.periode_id = p.periode_id "
        "AND q.perangkat_daerah_id = p.perangkat_daerah_id AND q.jenis = p.jenis "
        "AND q.judul = p.judul AND q.edisi > p.edisi AND q.status = 'DISETUJUI') "
        "AND NOT EXISTS (SELECT 1 FROM kinerja_pembukaankotak k, kinerja_simpul s, "
        "kinerja_simpul t WHERE s.id = i.simpul_id AND t.pohon_id = p.id AND t.uid = k.simpul_uid "
        "AND t.lft <= s.lft AND t.rght >= s.rght AND k.tahun = u.tahun "
        "AND k.triwulan = u.triwulan AND k.sampai >= CURRENT_DATE))"
    )


LINTAS: tuple[Penjaga, ...] = tuple(_susun())
