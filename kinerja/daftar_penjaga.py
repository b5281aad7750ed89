"""What the database guards: one entry per trigger, the same condition on both databases."""

from __future__ import annotations

from collections.abc import Iterator

from kinerja.aturan.jenjang import INDUK_SAH
from kinerja.bentuk_penjaga import LEVEL_PAGU, Penjaga, digantikan, dua, tetap
from kinerja.penjaga_komentar import KOMENTAR
from kinerja.penjaga_pengukuran import PENGUKURAN
from kinerja.penjaga_penugasan import PENUGASAN
from kinerja.penjaga_peta_jabatan import PETA_JABATAN
from kinerja.penjaga_temuan import TEMUAN
from kinerja.pilihan import Jenjang

TERKUNCI = (
    "EXISTS (SELECT 1 FROM kinerja_pohon p "
    "WHERE p.id = {baris}.pohon_id AND p.status = 'DISETUJUI')"
)
TEKS_SIMPUL = (
    "induk_id, jenjang, kode, nomor, nama, kinerja, nomenklatur_id, unit_id, tahun_mulai, "
    "tahun_sampai, indikator_induk_id, mendukung_id, pengampu_tertulis, lokasi, "
    "peran, program_terkait, varian, lft, rght"
)
TEKS_INDIKATOR = (
    "simpul_id, urutan, teks, satuan, arah, agregasi, jenis_nilai, frekuensi, formulasi, "
    "definisi, sumber_data, penanggung_jawab, keterangan, nomor, lembar"
)


def _tahap(tabel: str, pembeda: str, pemilik: str = "simpul") -> Iterator[Penjaga]:
    """Rows of a stage: frozen once it is terkunci, of the same year and agency."""
    pesan = "tahap terkunci"
    tertutup = "EXISTS (SELECT 1 FROM kinerja_tahap t WHERE t.id = {}.tahap_id AND t.terkunci)"
    sama = _sama_dengan_asal(tabel, pembeda, pemilik)
    yield Penjaga(f"{tabel}_tahap_terkunci_insert", tabel, "INSERT",
                  f"{tertutup.format('NEW')} AND NOT {sama}", pesan)  # fmt: skip
    yield Penjaga(f"{tabel}_tahap_terkunci_delete", tabel, "DELETE", tertutup.format("OLD"), pesan)
    syarat = f"{tertutup.format('OLD')} OR {tertutup.format('NEW')}"
    yield Penjaga(f"{tabel}_tahap_terkunci_update", tabel, "UPDATE", syarat, pesan)
    asing = (
        f"EXISTS (SELECT 1 FROM kinerja_tahap t, kinerja_pohon p, kinerja_{pemilik} s WHERE "
        f"t.id = NEW.tahap_id AND s.id = NEW.{pemilik}_id AND p.id = s.pohon_id "
        f"AND (t.tahun <> NEW.tahun OR t.perangkat_daerah_id <> p.perangkat_daerah_id))"
    )
    for peristiwa in ("INSERT", "UPDATE"):
        nama = f"{tabel}_tahap_cocok_{peristiwa.lower()}"
        yield Penjaga(nama, tabel, peristiwa, asing, "tahap milik tahun atau perangkat daerah lain")
    for peristiwa, baris in (("INSERT", "NEW"), ("UPDATE", "NEW"), ("DELETE", "OLD")):
        nama = f"{tabel}_digantikan_{peristiwa.lower()}"
        yield Penjaga(nama, tabel, peristiwa, digantikan(pemilik, baris),
                      "edisi sudah digantikan")  # fmt: skip


def _sama_dengan_asal(tabel: str, pembeda: str, pemilik: str) -> str:
    """The same row stands in the edition that the document was opened from.

    Nested by unique keys: a join would be planned anew by size, and was, into reading all rows.
    """
    milik = f"(SELECT b.{{}} FROM kinerja_{pemilik} b WHERE b.id = NEW.{pemilik}_id)"
    pohon = milik.format("pohon_id")
    dari = f"(SELECT p.disalin_dari_id FROM kinerja_pohon p WHERE p.id = {pohon})"
    asal = (
        f"(SELECT a.id FROM kinerja_{pemilik} a WHERE a.pohon_id = {dari} "
        f"AND a.uid = {milik.format('uid')})"
    )
    return (
        f"EXISTS (SELECT 1 FROM {tabel} o WHERE o.{pemilik}_id = {asal} "
        f"AND o.tahun = NEW.tahun AND o.tahap_id = NEW.tahap_id AND o.{pembeda} = NEW.{pembeda} "
        "AND o.mentah = NEW.mentah "
        "AND (o.nilai = NEW.nilai OR (o.nilai IS NULL AND NEW.nilai IS NULL)))"
    )


def _dokumen_terkunci(tabel: str, kolom: str) -> Iterator[Penjaga]:
    pesan = "dokumen sudah disetujui"
    for peristiwa, baris in (("INSERT", "NEW"), (f"UPDATE OF {kolom}", "NEW"), ("DELETE", "OLD")):
        nama = f"{tabel}_terkunci_{peristiwa.split()[0].lower()}"
        yield Penjaga(nama, tabel, peristiwa, TERKUNCI.format(baris=baris), pesan)


def _ikut_terkunci(tabel: str, kolom: str, induk: str) -> Iterator[Penjaga]:
    """Rows that say something of a box or an indicator and know no stage."""
    terkunci = (
        f"EXISTS (SELECT 1 FROM kinerja_pohon p, {induk} i WHERE i.id = {{}}.{kolom} "
        "AND p.id = i.pohon_id AND p.status = 'DISETUJUI')"
    )
    lama, baru = terkunci.format("OLD"), terkunci.format("NEW")
    for peristiwa, syarat in (
        ("INSERT", baru), ("UPDATE", f"{lama} OR {baru}"), ("DELETE", lama)
    ):  # fmt: skip
        nama = f"{tabel}_terkunci_{peristiwa.lower()}"
        yield Penjaga(nama, tabel, peristiwa, syarat, "dokumen sudah disetujui")


def _susun() -> Iterator[Penjaga]:
    for peristiwa in ("UPDATE", "DELETE"):
        nama = f"kinerja_riwayat_tetap_{peristiwa.lower()}"
        yield Penjaga(nama, "kinerja_riwayat", peristiwa, "1 = 1", "riwayat hanya bertambah")
    yield from _dokumen_terkunci("kinerja_simpul", TEKS_SIMPUL)
    yield from _dokumen_terkunci("kinerja_indikator", TEKS_INDIKATOR)
    yield from _ikut_terkunci("kinerja_baseline", "indikator_id", "kinerja_indikator")
    yield from _ikut_terkunci("kinerja_simpulpengampu", "simpul_id", "kinerja_simpul")
    yield from _ikut_terkunci("kinerja_simpullabel", "simpul_id", "kinerja_simpul")
    yield from _ikut_terkunci("kinerja_penugasan", "simpul_id", "kinerja_simpul")
    yield from _ikut_terkunci("kinerja_penanggungjabatan", "indikator_id", "kinerja_indikator")
    yield from _ikut_terkunci("kinerja_penanggunglembaga", "indikator_id", "kinerja_indikator")
    yield from _ikut_terkunci("kinerja_penggantian", "pengganti_id", "kinerja_simpul")
    yield from _tahap("kinerja_pagu", "sumber_dana")
    yield from _tahap("kinerja_klaimpagu", "jenis")
    yield from _tahap("kinerja_target", "triwulan", "indikator")
    yield from _simpul()
    yield from _indikator()
    yield from _pagu()
    yield from _tetap_selamanya()
    yield from _lain()
    yield from _serumah()
    yield from KOMENTAR
    yield from PENUGASAN
    yield from PETA_JABATAN
    yield from PENGUKURAN
    yield from TEMUAN


def _simpul() -> Iterator[Penjaga]:
    induk = (
        "EXISTS (SELECT 1 FROM kinerja_simpul i WHERE "
        "i.id = NEW.induk_id AND (i.pohon_id <> NEW.pohon_id OR i.tree_id <> NEW.tree_id))"
    )
    unit = (
        "EXISTS (SELECT 1 FROM kinerja_unit u, kinerja_pohon p WHERE u.id = NEW.unit_id "
        "AND p.id = NEW.pohon_id AND u.perangkat_daerah_id <> p.perangkat_daerah_id)"
    )
    dikenal = ", ".join(f"'{j.value}'" for j in Jenjang if j != Jenjang.AKAR)  # checks see the rest
    jenjang = (
        f"NEW.jenjang IN ({dikenal}) AND EXISTS (SELECT 1 FROM kinerja_simpul i, kinerja_pohon p "
        f"WHERE i.id = NEW.induk_id AND p.id = NEW.pohon_id AND NOT ({_tata_jenjang()}))"
    )
    rpjmd = (
        "NEW.mendukung_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM kinerja_simpul s, "
        "kinerja_pohon q, kinerja_perangkatdaerah b, kinerja_pohon p, kinerja_perangkatdaerah a "
        "WHERE s.id = NEW.mendukung_id AND q.id = s.pohon_id AND q.jenis = 'RPJMD' "
        "AND b.id = q.perangkat_daerah_id AND p.id = NEW.pohon_id AND p.id <> q.id "
        "AND a.id = p.perangkat_daerah_id "
        "AND COALESCE(a.pemda_id, a.id) = COALESCE(b.pemda_id, b.id))"
    )
    tabel = "kinerja_simpul"
    yield from dua("kinerja_simpul_induk", tabel, "induk_id, pohon_id, tree_id", induk,
                    "induk milik dokumen lain")  # fmt: skip
    yield from dua("kinerja_simpul_unit", tabel, "unit_id, pohon_id", unit,
                    "unit milik perangkat daerah lain")  # fmt: skip
    yield from dua("kinerja_simpul_jenjang", tabel, "induk_id, jenjang", jenjang,
                    "jenjang itu tidak boleh berada di bawah induknya")  # fmt: skip
    yield from dua("kinerja_simpul_mendukung", tabel, "mendukung_id", rpjmd,
                    "yang didukung bukan kotak RPJMD pemda ini")  # fmt: skip


def _tata_jenjang() -> str:
    """The grammar of levels: document kind ``p``, parent ``i``, the row NEW."""
    pasangan = [
        f"(p.jenis = '{jenis!s}' AND NEW.jenjang = '{anak!s}' "
        f"AND i.jenjang IN ({', '.join(sorted(repr(str(j)) for j in induk))}))"
        for jenis, tata in INDUK_SAH.items()
        for anak, induk in tata.items()
    ]
    return " OR ".join(pasangan)


def _indikator() -> Iterator[Penjaga]:
    asing = (
        "EXISTS (SELECT 1 FROM kinerja_simpul s "
        "WHERE s.id = NEW.simpul_id AND s.pohon_id <> NEW.pohon_id)"
    )
    yield from dua("kinerja_indikator_pohon", "kinerja_indikator", "simpul_id, pohon_id", asing,
                    "indikator milik dokumen lain")  # fmt: skip
    bukan_induk = (
        "EXISTS (SELECT 1 FROM kinerja_indikator i WHERE i.id = NEW.indikator_induk_id "
        "AND (i.pohon_id <> NEW.pohon_id OR i.simpul_id <> NEW.induk_id))"
    )
    yield from dua("kinerja_simpul_indikator_induk", "kinerja_simpul",
                    "indikator_induk_id, induk_id", bukan_induk,
                    "indikator induk bukan milik induknya")  # fmt: skip
    didukung = (
        "EXISTS (SELECT 1 FROM kinerja_simpul s "
        "WHERE s.indikator_induk_id = NEW.id AND s.induk_id <> NEW.simpul_id)"
    )
    yield Penjaga("kinerja_indikator_didukung", "kinerja_indikator", "UPDATE OF simpul_id",
                  didukung, "indikator masih didukung turunan kotak lamanya")  # fmt: skip


def _tetap_selamanya() -> Iterator[Penjaga]:
    milik = ("pohon_id", "uid")
    yield tetap("kinerja_simpul", milik, "kotak tidak berpindah dokumen dan uidnya tetap")
    yield tetap("kinerja_indikator", milik, "indikator tidak berpindah dokumen dan uidnya tetap")
    yield tetap("kinerja_pohon", ("perangkat_daerah_id", "jenis"),
                 "dokumen tidak berganti perangkat daerah atau jenis")  # fmt: skip
    yield Penjaga("kinerja_pohon_asal_tetap", "kinerja_pohon", "UPDATE OF disalin_dari_id",
                  "COALESCE(NEW.disalin_dari_id, 0) <> COALESCE(OLD.disalin_dari_id, 0)",
                  "asal salinan tidak berganti")  # fmt: skip
    yield tetap("kinerja_tahap", ("perangkat_daerah_id", "tahun", "kode"),
                 "tahap tidak berganti perangkat daerah, tahun atau kode")  # fmt: skip
    yield tetap("kinerja_unit", ("perangkat_daerah_id",),
                 "unit tidak berganti perangkat daerah")  # fmt: skip
    yield Penjaga("kinerja_pohon_disetujui", "kinerja_pohon", "UPDATE OF status",
                  "OLD.status = 'DISETUJUI' AND NEW.status <> 'DISETUJUI'",
                  "dokumen yang disetujui hanya dibuka sebagai edisi baru")  # fmt: skip
    yield Penjaga("kinerja_pohon_judul_tetap", "kinerja_pohon",
                  "UPDATE OF periode_id, judul, edisi",
                  "OLD.status = 'DISETUJUI' AND (NEW.periode_id <> OLD.periode_id "
                  "OR NEW.judul <> OLD.judul OR NEW.edisi <> OLD.edisi)",
                  "periode, judul, dan edisi dokumen yang disetujui tetap")  # fmt: skip


def _pagu() -> Iterator[Penjaga]:
    di_sini = "SELECT 1 FROM kinerja_simpul s WHERE s.id = NEW.simpul_id AND s.jenjang"
    yield from dua("kinerja_pagu_jenjang", "kinerja_pagu", "simpul_id, tahun",
                    f"EXISTS ({di_sini} <> {LEVEL_PAGU})",
                    "pagu hanya pada jenjang terbawah nomenklatur")  # fmt: skip
    yield from dua("kinerja_klaimpagu_jenjang", "kinerja_klaimpagu", "simpul_id, tahun, jenis",
                    f"NEW.jenis = 'PAGU' AND EXISTS ({di_sini} = {LEVEL_PAGU})",
                    "pagu tertulis hanya di atas jenjang pagu")  # fmt: skip
    level = LEVEL_PAGU.replace("NEW.tahun", "k.tahun")
    berpagu = (
        "NEW.jenjang <> OLD.jenjang "
        "AND (EXISTS (SELECT 1 FROM kinerja_pagu g WHERE g.simpul_id = NEW.id) "
        "OR EXISTS (SELECT 1 FROM kinerja_klaimpagu k WHERE k.simpul_id = NEW.id "
        f"AND k.jenis = 'PAGU' AND NEW.jenjang = {level}))"
    )
    yield Penjaga("kinerja_simpul_berpagu", "kinerja_simpul", "UPDATE OF jenjang", berpagu,
                  "jenjang simpul berpagu tidak dapat diganti")  # fmt: skip


def _lain() -> Iterator[Penjaga]:
    tumpang = (
        "NEW.jenis <> 'PLH' AND EXISTS (SELECT 1 FROM kinerja_pejabat o WHERE "
        "o.jabatan_id = NEW.jabatan_id AND o.jenis <> 'PLH' AND o.id <> COALESCE(NEW.id, -1) "
        "AND NEW.mulai <= COALESCE(o.selesai, '9999-12-31') "
        "AND o.mulai <= COALESCE(NEW.selesai, '9999-12-31'))"
    )
    masa = "jabatan_id, jenis, mulai, selesai"
    yield from dua("kinerja_pejabat_tumpang", "kinerja_pejabat", masa, tumpang,
                    "sudah ada pejabat pada masa itu")  # fmt: skip
    lain = (
        "EXISTS (SELECT 1 FROM kinerja_simpul a, kinerja_simpul b WHERE "
        "a.id = NEW.pengganti_id AND b.id = NEW.lama_id AND a.pohon_id <> b.pohon_id)"
    )
    yield from dua("kinerja_penggantian_pohon", "kinerja_penggantian", "pengganti_id, lama_id",
                    lain, "penggantian hanya di dalam satu dokumen")  # fmt: skip
    yield Penjaga("kinerja_pohon_versi_maju", "kinerja_pohon", "UPDATE OF versi",
                  "NEW.versi < OLD.versi", "versi hanya maju")  # fmt: skip


def _serumah() -> Iterator[Penjaga]:
    """What something names, or stands below, is of the same agency; a label may be the pemda's."""
    label = (
        "EXISTS (SELECT 1 FROM kinerja_label l, kinerja_simpul s, kinerja_pohon p, "
        "kinerja_perangkatdaerah a WHERE l.id = NEW.label_id AND s.id = NEW.simpul_id "
        "AND p.id = s.pohon_id AND a.id = p.perangkat_daerah_id "
        "AND l.perangkat_daerah_id NOT IN (a.id, COALESCE(a.pemda_id, a.id)))"
    )
    yield from dua("kinerja_simpullabel_serumah", "kinerja_simpullabel", "simpul_id, label_id",
                    label, "label milik perangkat daerah lain")  # fmt: skip
    cabang = (
        "EXISTS (SELECT 1 FROM kinerja_simpul s, kinerja_pohon p WHERE s.id = NEW.cabang_id "
        "AND p.id = s.pohon_id AND p.perangkat_daerah_id <> NEW.perangkat_daerah_id)"
    )
    yield from dua("kinerja_keanggotaan_cabang_serumah", "kinerja_keanggotaan",
                    "cabang_id, perangkat_daerah_id", cabang,
                    "cabang milik perangkat daerah lain")  # fmt: skip
    for tabel, kolom in (("jabatan", "unit"), ("keanggotaan", "unit"), ("unit", "induk")):
        syarat = (
            f"NEW.{kolom}_id IS NOT NULL AND EXISTS (SELECT 1 FROM kinerja_unit u WHERE "
            f"u.id = NEW.{kolom}_id AND u.perangkat_daerah_id <> NEW.perangkat_daerah_id)"
        )
        yield from dua(f"kinerja_{tabel}_{kolom}_serumah", f"kinerja_{tabel}",
                        f"{kolom}_id, perangkat_daerah_id", syarat,
                        "unit milik perangkat daerah lain")  # fmt: skip


PENJAGA: tuple[Penjaga, ...] = tuple(_susun())
