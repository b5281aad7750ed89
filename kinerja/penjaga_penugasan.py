"""Guards of assignments: a position of the same agency, one penanggung jawab a sub kegiatan."""

from __future__ import annotations

from collections.abc import Iterator

from kinerja.bentuk_penjaga import Penjaga, dua, tetap

TABEL = "kinerja_penugasan"


def _susun() -> Iterator[Penjaga]:
    asing = (
        "EXISTS (SELECT 1 FROM kinerja_jabatan j, kinerja_simpul s, kinerja_pohon p WHERE "
        "j.id = NEW.jabatan_id AND s.id = NEW.simpul_id AND p.id = s.pohon_id "
        "AND j.perangkat_daerah_id <> p.perangkat_daerah_id)"
    )
    yield from dua(f"{TABEL}_serumah", TABEL, "simpul_id, jabatan_id", asing,
                    "jabatan milik perangkat daerah lain")  # fmt: skip
    kembar = (
        "NEW.peran = 'PENANGGUNG_JAWAB' AND EXISTS (SELECT 1 FROM kinerja_simpul s, "
        "kinerja_penugasan o WHERE s.id = NEW.simpul_id AND s.jenjang = 'SUB_KEGIATAN' "
        "AND o.simpul_id = s.id AND o.peran = 'PENANGGUNG_JAWAB' AND o.id <> COALESCE(NEW.id, -1))"
    )
    yield from dua(f"{TABEL}_tunggal", TABEL, "simpul_id, peran", kembar,
                    "sub kegiatan sudah mempunyai penanggung jawab")  # fmt: skip
    berganda = (
        "NEW.jenjang = 'SUB_KEGIATAN' AND OLD.jenjang <> NEW.jenjang AND (SELECT COUNT(*) "
        "FROM kinerja_penugasan o WHERE o.simpul_id = NEW.id "
        "AND o.peran = 'PENANGGUNG_JAWAB') > 1"
    )
    yield Penjaga("kinerja_simpul_penanggung_jawab", "kinerja_simpul", "UPDATE OF jenjang",
                  berganda, "sub kegiatan hanya mempunyai satu penanggung jawab")  # fmt: skip
    yield from dua(
        "kinerja_penanggungjabatan_serumah", "kinerja_penanggungjabatan",
        "indikator_id, jabatan_id",
        "EXISTS (SELECT 1 FROM kinerja_jabatan j, kinerja_indikator i, kinerja_pohon p WHERE "
        "j.id = NEW.jabatan_id AND i.id = NEW.indikator_id AND p.id = i.pohon_id "
        "AND j.perangkat_daerah_id <> p.perangkat_daerah_id)",
        "jabatan milik perangkat daerah lain",
    )  # fmt: skip
    yield tetap("kinerja_jabatan", ("perangkat_daerah_id",),
                 "jabatan tidak berganti perangkat daerah")  # fmt: skip


PENUGASAN: tuple[Penjaga, ...] = tuple(_susun())
