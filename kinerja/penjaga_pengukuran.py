"""Guards of realisasi: nothing in a quarter that is submitted, verified or closed by its window.

A box that was opened again takes values until its day, with all below it. The day is that of the
database (UTC, hours behind the office), so a guard never refuses what the rule allows.
"""

from __future__ import annotations

from collections.abc import Iterator

from kinerja.bentuk_penjaga import LEVEL_PAGU, Penjaga, digantikan, dua, tetap

KOLOM = "tahun, triwulan, cara, mentah, nilai"
TABEL = {
    "kinerja_realisasi": (
        "indikator",
        f"indikator_id, {KOLOM}, jenis, minimum, maksimum, variabel, tahun_data, sementara, "
        "hambatan, faktor_pendukung, solusi, tindak_lanjut",
    ),
    "kinerja_realisasianggaran": ("simpul", f"simpul_id, {KOLOM}"),
}


def _kotak(pemilik: str, baris: str) -> str:
    """FROM and WHERE of the box that a row belongs to, as ``s``, and its agency ``a``."""
    dari = "kinerja_simpul s, kinerja_pohon p, kinerja_perangkatdaerah a"
    temu = "p.id = s.pohon_id AND a.id = p.perangkat_daerah_id"
    if pemilik == "simpul":
        return f"{dari} WHERE s.id = {baris}.simpul_id AND {temu}"
    return (
        f"kinerja_indikator i, {dari} WHERE i.id = {baris}.indikator_id "
        f"AND s.id = i.simpul_id AND {temu}"
    )


def _tertutup(pemilik: str, baris: str) -> str:
    masa = f"{{0}}.tahun = {baris}.tahun AND {{0}}.triwulan = {baris}.triwulan"
    dibuka = (
        "EXISTS (SELECT 1 FROM kinerja_pembukaankotak k, kinerja_simpul t "
        f"WHERE {masa.format('k')} AND k.sampai >= CURRENT_DATE AND t.pohon_id = s.pohon_id "
        "AND t.uid = k.simpul_uid AND t.lft <= s.lft AND t.rght >= s.rght)"
    )
    status = (
        f"EXISTS (SELECT 1 FROM kinerja_pengukuran u WHERE u.pohon_id = s.pohon_id "
        f"AND {masa.format('u')} AND u.status IN ('DIAJUKAN', 'DIVERIFIKASI'))"
    )
    jendela = (
        "EXISTS (SELECT 1 FROM kinerja_jendelapengukuran j "
        f"WHERE j.pemda_id = COALESCE(a.pemda_id, a.id) AND {masa.format('j')} "
        "AND j.tutup < CURRENT_DATE)"
    )
    return (
        f"EXISTS (SELECT 1 FROM {_kotak(pemilik, baris)} "
        f"AND ({status} OR {jendela}) AND NOT {dibuka})"
    )


def _sama_dengan_asal(tabel: str, pemilik: str) -> str:
    """The same value stands in the edition that the document was opened from."""
    return (
        f"EXISTS (SELECT 1 FROM {tabel} o, kinerja_{pemilik} b, kinerja_{pemilik} c, "
        f"kinerja_pohon q WHERE b.id = NEW.{pemilik}_id AND q.id = b.pohon_id "
        "AND c.pohon_id = q.disalin_dari_id AND c.uid = b.uid "
        f"AND o.{pemilik}_id = c.id AND o.tahun = NEW.tahun AND o.triwulan = NEW.triwulan "
        "AND o.mentah = NEW.mentah)"
    )


def _susun() -> Iterator[Penjaga]:
    pesan = "triwulan itu sudah diajukan, diverifikasi, atau ditutup"
    for tabel, (pemilik, kolom) in TABEL.items():
        lama, baru = (_tertutup(pemilik, baris) for baris in ("OLD", "NEW"))
        asal = _sama_dengan_asal(tabel, pemilik)
        for peristiwa, kata, syarat in (
            ("INSERT", "insert", f"{baru} AND NOT {asal}"),
            (f"UPDATE OF {kolom}", "update", f"{lama} OR {baru}"),
            ("DELETE", "delete", lama),
        ):
            yield Penjaga(f"{tabel}_tertutup_{kata}", tabel, peristiwa, syarat, pesan)
        for peristiwa, kata, baris in (
            ("INSERT", "insert", "NEW"), (f"UPDATE OF {kolom}", "update", "NEW"),
            ("DELETE", "delete", "OLD"),
        ):  # fmt: skip
            yield Penjaga(f"{tabel}_digantikan_{kata}", tabel, peristiwa,
                          digantikan(pemilik, baris), "edisi sudah digantikan")  # fmt: skip
    yield from dua(
        "kinerja_realisasianggaran_jenjang", "kinerja_realisasianggaran", "simpul_id, tahun",
        "EXISTS (SELECT 1 FROM kinerja_simpul s WHERE s.id = NEW.simpul_id "
        f"AND s.jenjang <> {LEVEL_PAGU})", "realisasi anggaran hanya pada jenjang pagu",
    )  # fmt: skip
    yield tetap("kinerja_pengukuran", ("pohon_id", "tahun", "triwulan"),
                "pengukuran tidak berganti dokumen atau triwulan")  # fmt: skip
    yield Penjaga("kinerja_bukti_tetap", "kinerja_bukti", "UPDATE", "1 = 1",
                  "bukti tidak diubah, hanya dilepas")  # fmt: skip
    yield Penjaga("kinerja_pengukuran_hapus", "kinerja_pengukuran", "DELETE", "1 = 1",
                  "pengukuran tidak dihapus")  # fmt: skip


PENGUKURAN: tuple[Penjaga, ...] = tuple(_susun())
