"""The words of column heads, as planners write, shorten and mistype them.

``urai`` reads one head text into concepts; ``tajuk_tafsir`` decides what a column holds.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from kinerja.aturan.teks import rapikan
from kinerja.aturan.usul_pagu import jarak_sunting

JENJANG = (
    "visi",
    "misi",
    "tujuan_daerah",
    "sasaran_daerah",
    "tujuan",
    "sasaran",
    "program",
    "kegiatan",
    "sub_kegiatan",
    "aktivitas",
)
ISI = "-"  # a word that means nothing by itself
SEKAT = "/"  # "Program / Kegiatan", "Tujuan dan Sasaran"

# concept -> its words. Concepts that are no level are fields (medan) of a column.
_KATA: dict[str, str] = {
    "visi": "visi",
    "misi": "misi",
    "tujuan": "tujuan tuj",
    "sasaran": "sasaran sas ss",
    "program": "program programme prog prg prgm",
    "kegiatan": "kegiatan keg kgt kgtn giat",
    "sub_kegiatan": "subkegiatan subkeg subgiat",
    "aktivitas": "aktivitas aktifitas",
    "no": "no nomor nomer nmr",
    "kode": "kode kd rekening rek",
    "nama": "nama nomenklatur uraian rincian",
    "kinerja": "kinerja",
    "kondisi": "kondisi csf",
    "indikator": "indikator indicator ind indik ik iku iki ikk ikp iks ikt iksk iksp",
    "formulasi": "formulasi formula rumus rumusan perhitungan penghitungan penjelasan",
    "satuan": "satuan sat stn",
    "target": "target tgt trgt volume vol kuantitas k",
    "pagu": "pagu anggaran angg rp rupiah dana pendanaan biaya belanja plafon alokasi",
    "baseline": "baseline",
    "realisasi": "realisasi",
    "berkala": "triwulan tw triwulanan semester bulanan",
    "luaran": "output outputs outcome outcomes keluaran hasil",
    "ket": "keterangan ket catatan",
    "pengampu": "pengampu pelaksana pic pj penanggungjawab",
    "opd": "opd skpd pd instansi",
    "unggulan": "unggulan",
    "lokasi": "lokasi",
    "unit": "unit",
    "level": "level jenjang tingkat tingkatan",
    "induk": "induk atasan parent",
    "id": "id",
    "jabatan": "jabatan",
    "urusan": "urusan",
    "definisi": "definisi",
    "lain": "alasan pelaksanaan waktu jadwal lokus tag spm",
    "versi": "versi edisi",
    "maju": "prakiraan perkiraan",
    "ribuan": "ribu ribuan juta jutaan jt miliar miliaran milyar milyaran",
    ISI: "yang pada untuk dari di ke per s d sd tahun th thn ta tahunan indikatif "
    "impact dampak strategis utama capaian pencapaian rencana renja "
    "renstra rkpd rpjmd rpd daerah kabupaten kota kab provinsi prov akhir awal perencanaan periode "
    "kebutuhan jumlah jml total besaran murni perubahan pergeseran sebelum sesudah tahap apbd dpa "
    "dppa rka bidang kewenangan pemerintahan dalam nilai ukuran kerja organisasi kotak dinas maju "
    "bupati walikota gubernur perangkat prioritas pembangunan nasional urut data dasar dlm setelah "
    "antara ultimate intermediate immediate final reviu esselon eselon ess es jf jft ii iii iv "
    "pemda jenis n dugaan",
    SEKAT: "dan serta atau",
}
_FRASA: dict[str, str] = {
    "sub kegiatan": "sub_kegiatan",
    "sub keg": "sub_kegiatan",
    "sub kgt": "sub_kegiatan",
    "sub giat": "sub_kegiatan",
    "base line": "baseline",
    "kondisi awal": "baseline",
    "kondisi kinerja awal": "baseline",
    "kondisi eksisting": "baseline",
    "capaian awal": "baseline",
    "data awal": "baseline",
    "data dasar": "baseline",
    "tahun awal": "baseline",
    "tahun dasar": "baseline",
    "kondisi akhir": "akhir",
    "kondisi kinerja akhir": "akhir",
    "akhir renstra": "akhir",
    "akhir rpjmd": "akhir",
    "tahun akhir": "akhir",
    "kondisi kinerja": ISI,
    "akhir periode": "akhir",
    "tolok ukur": "indikator",
    "tolak ukur": "indikator",
    "indikator kinerja utama": "indikator",
    "indikator kinerja": "indikator",
    "kriteria keberhasilan": "indikator",
    "ukuran keberhasilan": "indikator",
    "cara perhitungan": "formulasi",
    "cara penghitungan": "formulasi",
    "cara pengukuran": "formulasi",
    "cara hitung": "formulasi",
    "penanggung jawab": "pengampu",
    "penanggungjawab": "pengampu",
    "perangkat daerah": "opd",
    "unit kerja": "unit",
    "unit organisasi": "unit",
    "sub unit": "unit",
    "sumber dana": "sumber_dana",
    "sumber pendanaan": "sumber_dana",
    "sumber anggaran": "sumber_dana",
    "sumber data": "sumber_data",
    "kinerja utama": "kinerja_utama",
    "definisi operasional": "definisi",
    "kelompok sasaran": "lain",
    "kegiatan sebelumnya": "lain",
    "subkegiatan sebelumnya": "lain",
    "sub kegiatan sebelumnya": "lain",
    "perjanjian kinerja": "lain",
    "komponen perencanaan": "lain",
    "jenis pemda": "lain",
    "prakiraan maju": "maju",
    "perkiraan maju": "maju",
    "id induk": "induk",
    "nomor induk": "induk",
    "no induk": "induk",
    "id parent": "induk",
    "kotak induk": "induk",
    "kode kotak": "id",
    "nomor kotak": "id",
    "no kotak": "id",
    "jenis kegiatan": "lain",
    "jenis belanja": "lain",
    "tingkat capaian": "target",
    "kode induk": "induk",
    "id atasan": "induk",
    "program unggulan": "unggulan",
    "bidang urusan": "urusan",
    "per tahun": ISI,
}
_ARTI = {kata: konsep for konsep, semua in _KATA.items() for kata in semua.split()}
_FRASA_KATA = {tuple(f.split()): konsep for f, konsep in _FRASA.items()}
_FRASA_TERPANJANG = max(map(len, _FRASA_KATA))
_DAPAT_KELIRU = tuple(k for k, konsep in _ARTI.items() if len(k) >= 5 and konsep != ISI)
_TAHUN = re.compile(r"(?:19|20)\d\d")
_POTONG = re.compile(r"\d+|[^\W\d_]+|[/&|]")
_TERPENGGAL = re.compile(r"(?<=[a-z])-\s*\n\s*(?=[a-z])", re.IGNORECASE)
TERPANJANG = 160


@dataclass(frozen=True, slots=True)
class Urai:
    """One head text: concepts in order (SEKAT between alternatives), years, unknown words."""

    konsep: tuple[str, ...]
    tahun: tuple[int, ...]
    asing: int

    @property
    def jenjang(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(k for k in self.konsep if k in JENJANG))

    @property
    def medan(self) -> tuple[str, ...]:
        return tuple(k for k in self.konsep if k not in JENJANG and k != SEKAT)

    @property
    def berarti(self) -> bool:
        return bool(self.tahun) or any(k != SEKAT for k in self.konsep)


@lru_cache(maxsize=4096)
def urai(teks: str) -> Urai:
    """Read one head text. Unknown words are counted, never guessed past one slip."""
    bersih = _TERPENGGAL.sub("", rapikan(teks)[0])
    if len(bersih) > TERPANJANG:
        return Urai((), (), TERPANJANG)
    kata = _POTONG.findall(bersih.casefold())
    konsep: list[str] = []
    tahun: list[int] = []
    asing = i = 0
    while i < len(kata):
        arti, panjang = _baca_kata(kata, i)
        if arti is None:
            asing += not (kata[i].isdecimal() and konsep[-1:] == ["kondisi"])  # "Kondisi 2"
        elif arti.isdecimal():
            tahun.append(int(arti))
        elif arti != ISI:
            konsep.append(arti)
        i += panjang
    return Urai(tuple(konsep), tuple(tahun), asing)


def kata_judul(teks: str) -> bool:
    """Cheap: a short text made of known words only."""
    if len(teks) > 60:
        return False
    kata = _POTONG.findall(teks.casefold())
    return bool(kata) and all(k in _ARTI or k in "/&|" or _TAHUN.fullmatch(k) for k in kata)


def _baca_kata(kata: list[str], i: int) -> tuple[str | None, int]:
    """The concept at word ``i`` (a year as digits, None when unknown) and how many words it is."""
    if _TAHUN.fullmatch(kata[i]):
        return kata[i], 1
    if kata[i] in "/&|":
        return SEKAT, 1
    if kata[i] in ("000", "1000", "1000000"):
        return "ribuan", 1  # "Pagu (Rp 000)"
    if kata[i] in ("1", "x") and kata[i + 1 : i + 2] in (["000"], ["1000"], ["1"], ["rp"]):
        return ISI, 1  # "x Rp 1.000"
    for panjang in range(min(_FRASA_TERPANJANG, len(kata) - i), 1, -1):
        baku = tuple(_baku(k) for k in kata[i : i + panjang])
        if konsep := _FRASA_KATA.get(baku):
            return konsep, panjang
    arti = _ARTI.get(kata[i])
    if arti is None and i + 1 < len(kata) and (utuh := _ARTI.get(kata[i] + kata[i + 1])):
        return utuh, 2  # "Indikat or": a word broken by the column's width
    return arti or _ARTI.get(_baku(kata[i])), 1


@lru_cache(maxsize=4096)
def _baku(kata: str) -> str:
    """The known word that ``kata`` is a slip away from, else ``kata`` itself."""
    if kata in _ARTI or len(kata) < 4 or not kata.isalpha():
        return kata
    batas = 1 if len(kata) < 8 else 2
    dekat = {
        _ARTI[calon]: calon
        for calon in _DAPAT_KELIRU
        if calon[0] == kata[0] and jarak_sunting(kata, calon, batas) <= batas
    }
    return next(iter(dekat.values())) if len(dekat) == 1 else kata
