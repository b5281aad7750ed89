"""Guards of penjenjangan: what was submitted or approved is not written around Python."""

from __future__ import annotations

from collections.abc import Iterator

from kinerja.bentuk_penjaga import Penjaga, dua

TABEL, BUTIR = "cascading_penjenjangan", "cascading_butirpenjenjangan"
_TERKUNCI = "OLD.status NOT IN ('DRAF', 'DIKEMBALIKAN')"
_TERTUTUP = (
    "EXISTS (SELECT 1 FROM cascading_penjenjangan d WHERE d.id = {}.penjenjangan_id "
    "AND d.status NOT IN ('DRAF', 'DIKEMBALIKAN'))"
)
_ISI = (
    "perangkat_daerah_id, periode_id, tahun, judul, pohon_kinerja_id, cascading_id, sampul, "
    "catatan, kata, bentuk_kiri, pemegang, bentang"
)
_ASING = (
    "NOT EXISTS (SELECT 1 FROM kinerja_pohon p WHERE p.id = NEW.{} AND p.jenis = '{}' "
    "AND p.perangkat_daerah_id = NEW.perangkat_daerah_id AND p.periode_id = NEW.periode_id)"
)
_POHON = (("pohon_kinerja_id", "POHON_KINERJA"), ("cascading_id", "CASCADING"))


def _susun() -> Iterator[Penjaga]:
    pesan = "penjenjangan tidak terbuka"
    yield Penjaga(f"{TABEL}_terkunci_update", TABEL, f"UPDATE OF {_ISI}", _TERKUNCI, pesan)
    yield Penjaga(f"{TABEL}_terkunci_delete", TABEL, "DELETE", _TERKUNCI, pesan)
    lama, baru = _TERTUTUP.format("OLD"), _TERTUTUP.format("NEW")
    for peristiwa, syarat in (("INSERT", baru), ("UPDATE", f"{lama} OR {baru}"), ("DELETE", lama)):
        yield Penjaga(f"{BUTIR}_terkunci_{peristiwa.lower()}", BUTIR, peristiwa, syarat, pesan)
    pesan = "dokumen perencanaan lain perangkat daerah, periode, atau jenis"
    for kolom, jenis in _POHON:
        nama = f"{TABEL}_{kolom.removesuffix('_id')}"
        diawasi = f"{kolom}, perangkat_daerah_id, periode_id"
        yield from dua(nama, TABEL, diawasi, _ASING.format(kolom, jenis), pesan)


PENJENJANGAN: tuple[Penjaga, ...] = tuple(_susun())
