"""Guards of IKU documents: what was submitted or approved is not written around Python."""

from __future__ import annotations

from collections.abc import Iterator

from kinerja.bentuk_penjaga import Penjaga, dua

_TERTUTUP = (
    "EXISTS (SELECT 1 FROM iku_dokumeniku d WHERE d.id = {}.dokumen_id "
    "AND d.status NOT IN ('DRAF', 'DIKEMBALIKAN'))"
)
_TERKUNCI = "OLD.status NOT IN ('DRAF', 'DIKEMBALIKAN')"
_ISI = (
    "perangkat_daerah_id, periode_id, tahun, judul, tempat, bulan, tahun_terbit, nomor, ditetapkan"
)
_MILIK = ("iku_bab", "iku_uraianiku", "iku_reviu", "iku_sumberiku")


def _susun() -> Iterator[Penjaga]:
    pesan = "dokumen IKU tidak terbuka"
    for tabel in _MILIK:
        lama, baru = _TERTUTUP.format("OLD"), _TERTUTUP.format("NEW")
        for peristiwa, syarat in (
            ("INSERT", baru),
            ("UPDATE", f"{lama} OR {baru}"),
            ("DELETE", lama),
        ):
            yield Penjaga(f"{tabel}_terkunci_{peristiwa.lower()}", tabel, peristiwa, syarat, pesan)
    yield Penjaga("iku_dokumeniku_terkunci_update", "iku_dokumeniku", f"UPDATE OF {_ISI}",
                  _TERKUNCI, pesan)  # fmt: skip
    yield Penjaga("iku_dokumeniku_terkunci_delete", "iku_dokumeniku", "DELETE", _TERKUNCI, pesan)
    asing = (
        "EXISTS (SELECT 1 FROM iku_dokumeniku d, kinerja_pohon p WHERE d.id = NEW.dokumen_id "
        "AND p.id = NEW.pohon_id AND (p.perangkat_daerah_id <> d.perangkat_daerah_id "
        "OR p.periode_id <> d.periode_id))"
    )
    yield from dua("iku_sumberiku_serumah", "iku_sumberiku", "dokumen_id, pohon_id", asing,
                   "dokumen perencanaan milik perangkat daerah atau periode lain")  # fmt: skip


IKU: tuple[Penjaga, ...] = tuple(_susun())
