"""An instrument as JSON, its checks, and what two of them differ in."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import Any

from kinerja.aturan.mutu.katalog import KRITERIA
from kinerja.aturan.temuan import Letak, Temuan, Tingkat
from laporan.aturan.lke import (
    SERATUS,
    Grade,
    Instrumen,
    Komponen,
    Kriteria,
    Predikat,
    SubKomponen,
    bobot_kata,
)

PEUBAH = ("lembaga", "pemda", "tahun", "nilai", "predikat", "sebutan", "judul", "sumber")
"""What the texts of the report may name in braces."""
_PEUBAH = re.compile(r"\{([^{}]*)\}")
_KODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9.\-]{0,19}")


@dataclass(frozen=True, slots=True)
class BedaInstrumen:
    """One difference; ``jenis`` is BARU, HILANG or BERUBAH."""

    jenis: str
    apa: str
    lama: str
    baru: str


def ke_json(i: Instrumen) -> dict[str, Any]:
    """Plain data; decimals as text, so that they stay exact."""
    return {
        "judul": i.judul,
        "pembuka": i.pembuka,
        "penutup": i.penutup,
        "komponen": [
            {"kode": k.kode, "nama": k.nama, "bobot": str(k.bobot), "sub": [_sub(s) for s in k.sub]}
            for k in i.komponen
        ],
        "skala": [
            {
                "nama": g.nama,
                "nilai": str(g.nilai),
                "batas": str(g.batas),
                "termasuk": g.termasuk,
                "bertahan": g.bertahan,
            }
            for g in i.skala
        ],
        "predikat": [
            {"nama": p.nama, "sebutan": p.sebutan, "batas": str(p.batas), "termasuk": p.termasuk}
            for p in i.predikat
        ],
    }


def _sub(s: SubKomponen) -> dict[str, Any]:
    kriteria = [
        {"kode": k.kode, "teks": k.teks, "boleh_lewat": k.boleh_lewat, "perkiraan": k.perkiraan}
        for k in s.kriteria
    ]
    return {"kode": s.kode, "nama": s.nama, "bobot": str(s.bobot), "kriteria": kriteria}


def dari_json(isi: Mapping[str, Any]) -> Instrumen:
    """What ``ke_json`` wrote."""
    return Instrumen(
        judul=isi["judul"],
        pembuka=isi["pembuka"],
        penutup=isi["penutup"],
        komponen=tuple(
            Komponen(
                k["kode"],
                k["nama"],
                Decimal(k["bobot"]),
                tuple(
                    SubKomponen(
                        s["kode"],
                        s["nama"],
                        Decimal(s["bobot"]),
                        tuple(Kriteria(**satu) for satu in s["kriteria"]),
                    )
                    for s in k["sub"]
                ),
            )
            for k in isi["komponen"]
        ),
        skala=tuple(
            Grade(g["nama"], Decimal(g["nilai"]), Decimal(g["batas"]), g["termasuk"], g["bertahan"])
            for g in isi["skala"]
        ),
        predikat=tuple(
            Predikat(p["nama"], p["sebutan"], Decimal(p["batas"]), p["termasuk"])
            for p in isi["predikat"]
        ),
    )


def periksa_instrumen(i: Instrumen) -> list[Temuan]:
    """Everything that is wrong with it; ``letak.medan`` names what it is about: "judul",
    "pembuka", a code, "skala/AA", "predikat/A".
    """
    return [
        *_periksa_teks(i),
        *_periksa_kode(i),
        *_periksa_bobot(i),
        *_periksa_isi(i),
        *_periksa_tangga("skala", "Skala nilai", [(g.nama, g.batas) for g in i.skala], i.skala),
        *_periksa_skala(i.skala),
        *_periksa_tangga(
            "predikat", "Predikat", [(p.nama, p.batas) for p in i.predikat], i.predikat
        ),
    ]


def _periksa_teks(i: Instrumen) -> Iterator[Temuan]:
    if not i.judul:
        yield _temuan("JUDUL_KOSONG", "Judul lembar kosong; tulis seperti yang dicetak.", "judul")
    for medan in ("pembuka", "penutup"):
        for nama in _PEUBAH.findall(getattr(i, medan)):
            if nama not in PEUBAH:
                ada = ", ".join(f"{{{p}}}" for p in PEUBAH)
                pesan = f"Kata {{{nama}}} di teks {medan} tidak dikenal; yang ada: {ada}."
                yield _temuan("PEUBAH_ASING", pesan, medan)


def _periksa_kode(i: Instrumen) -> Iterator[Temuan]:
    semua = [k.kode for k in i.komponen] + [s.kode for s in i.sub] + [k.kode for k in i.kriteria]
    for kode, banyak in Counter(semua).items():
        if banyak > 1:
            pesan = f"Nomor {kode} dipakai {banyak} kali; beri nomor yang berlainan."
            yield _temuan("NOMOR_GANDA", pesan, kode)
        if not _KODE.fullmatch(kode):
            pesan = (
                f"Nomor “{kode[:40]}” tidak dapat dipakai; huruf, angka, titik, dan tanda hubung, "
                "paling panjang 20."
            )
            yield _temuan("NOMOR_TIDAK_SAH", pesan, kode)


def _periksa_bobot(i: Instrumen) -> Iterator[Temuan]:
    if not i.komponen:
        yield _temuan("TANPA_KOMPONEN", "Belum ada komponen; isi lembar Kriteria.", "")
        return
    if (total := sum((k.bobot for k in i.komponen), Decimal(0))) != SERATUS:
        pesan = f"Bobot komponen berjumlah {bobot_kata(total)}; harus 100."
        yield _temuan("BOBOT_TIDAK_SERATUS", pesan, i.komponen[0].kode)
    for k in i.komponen:
        jumlah = sum((s.bobot for s in k.sub), Decimal(0))
        if k.sub and jumlah != k.bobot:
            pesan = (
                f"Bobot sub-komponen {k.kode} berjumlah {bobot_kata(jumlah)}, bobot komponennya "
                f"{bobot_kata(k.bobot)}; samakan."
            )
            yield _temuan("BOBOT_SUB_TIDAK_COCOK", pesan, k.kode)
        for kode, bobot in ((k.kode, k.bobot), *((s.kode, s.bobot) for s in k.sub)):
            if bobot <= 0:
                yield _temuan("BOBOT_TIDAK_SAH", f"Bobot {kode} harus lebih dari 0.", kode)


def _periksa_isi(i: Instrumen) -> Iterator[Temuan]:
    for k in i.komponen:
        if not k.sub:
            pesan = f"Komponen {k.kode} belum punya sub-komponen; tambahkan."
            yield _temuan("TANPA_SUB", pesan, k.kode)
    for s in i.sub:
        if not s.kriteria:
            pesan = f"Sub-komponen {s.kode} belum punya kriteria; tambahkan."
            yield _temuan("TANPA_KRITERIA", pesan, s.kode)
    uraian = [(k.kode, k.nama) for k in i.komponen] + [(s.kode, s.nama) for s in i.sub]
    for kode, teks in [*uraian, *((k.kode, k.teks) for k in i.kriteria)]:
        if not teks:
            yield _temuan("URAIAN_KOSONG", f"Uraian {kode} kosong; isi.", kode)
    yield from _periksa_perkiraan(i)


def _periksa_perkiraan(i: Instrumen) -> Iterator[Temuan]:
    for kriteria in i.kriteria:
        if kriteria.perkiraan and kriteria.perkiraan not in KRITERIA:
            pesan = (
                f"Perkiraan “{kriteria.perkiraan}” tidak dikenal; kosongkan, atau pakai salah satu "
                f"dari {', '.join(KRITERIA)}."
            )
            yield _temuan("PERKIRAAN_ASING", pesan, kriteria.kode)


def _periksa_skala(skala: Iterable[Grade]) -> Iterator[Temuan]:
    """From the best down in value, so that more criteria met never give less."""
    sebelum: Grade | None = None
    for g in skala:
        if not 0 <= g.nilai <= SERATUS:
            yield _temuan("NILAI_DI_LUAR", f"Nilai {g.nama} harus 0 sampai 100.", f"skala/{g.nama}")
        if sebelum and g.nilai >= sebelum.nilai:
            pesan = f"Nilai {g.nama} harus di bawah {sebelum.nama}; urutkan dari yang terbaik."
            yield _temuan("SKALA_TIDAK_TURUN", pesan, f"skala/{g.nama}")
        if sebelum and _tertutup(g, sebelum):
            pesan = f"{g.nama} tidak pernah tercapai; syaratnya sama dengan {sebelum.nama}."
            yield _temuan("SYARAT_SAMA", pesan, f"skala/{g.nama}")
        sebelum = g


def _tertutup(g: Grade, sebelum: Grade) -> bool:
    """Whoever reaches it has reached the one before."""
    sama = (g.batas, g.termasuk) == (sebelum.batas, sebelum.termasuk)
    return sama and g.bertahan >= sebelum.bertahan


def _periksa_tangga(
    medan: str, nama: str, batas: list[tuple[str, Decimal]], isi: tuple[Any, ...]
) -> Iterator[Temuan]:
    """Unique names, limits from the top down within 0 to 100, the last one takes what is left."""
    if not isi:
        yield _temuan("TANGGA_KOSONG", f"{nama} belum diisi.", medan)
        return
    for satu, banyak in Counter(n for n, _ in batas).items():
        if banyak > 1 or not satu:
            yield _temuan("NAMA_GANDA", f"{nama}: “{satu}” harus satu saja.", f"{medan}/{satu}")
    yield from _periksa_batas(medan, nama, batas)
    akhir = isi[-1]
    if akhir.batas != 0 or not akhir.termasuk or getattr(akhir, "bertahan", 0):
        pesan = f"{nama}: baris terakhir harus dimulai dari 0 (batas 0, batas termasuk: ya)."
        yield _temuan("DASAR_BOLONG", pesan, f"{medan}/{akhir.nama}")


def _periksa_batas(medan: str, nama: str, batas: list[tuple[str, Decimal]]) -> Iterator[Temuan]:
    for (_, atas), (satu, bawah) in pairwise(batas):
        if bawah > atas or (medan == "predikat" and bawah == atas):
            pesan = f"{nama}: batas {satu} harus di bawah yang sebelumnya."
            yield _temuan("BATAS_TIDAK_TURUN", pesan, f"{medan}/{satu}")
    for satu, b in batas:
        if not 0 <= b <= SERATUS:
            yield _temuan(
                "BATAS_DI_LUAR", f"{nama}: batas {satu} harus 0 sampai 100.", f"{medan}/{satu}"
            )


def banding_instrumen(lama: Instrumen, baru: Instrumen) -> list[BedaInstrumen]:
    """Matched by number, in the order of the new one; what went comes last."""
    kini, nanti = _rata(lama), _rata(baru)
    hasil = [
        BedaInstrumen("BERUBAH" if apa in kini else "BARU", apa, kini.get(apa, ""), teks)
        for apa, teks in nanti.items()
        if kini.get(apa) != teks
    ]
    return hasil + [BedaInstrumen("HILANG", a, t, "") for a, t in kini.items() if a not in nanti]


def _rata(i: Instrumen) -> dict[str, str]:
    """Everything by a name of its own, in words."""
    hasil = {"Judul lembar": i.judul, "Pembuka LHE": i.pembuka, "Penutup LHE": i.penutup}
    for k in i.komponen:
        hasil[f"Komponen {k.kode}"] = f"{k.nama} (bobot {bobot_kata(k.bobot)})"
        for s in k.sub:
            hasil[f"Sub-komponen {s.kode}"] = f"{k.kode}: {s.nama} (bobot {bobot_kata(s.bobot)})"
            for satu in s.kriteria:
                lewat = ", boleh tidak berlaku" if satu.boleh_lewat else ""
                kira = f", perkiraan {satu.perkiraan}" if satu.perkiraan else ""
                hasil[f"Kriteria {satu.kode}"] = f"{s.kode}: {satu.teks}{lewat}{kira}"
    for n, g in enumerate(i.skala):
        hasil[f"Skala {g.nama}"] = (
            f"{n + 1}: {bobot_kata(g.nilai)} bila {syarat(g)}, bertahan {g.bertahan} tahun"
        )
    for n, p in enumerate(i.predikat):
        hasil[f"Predikat {p.nama}"] = f"{n + 1}: {p.sebutan} bila {syarat(p)}"
    return hasil


def syarat(satu: Grade | Predikat) -> str:
    """The limit in words: "lebih dari 75"."""
    return f"{'mulai dari' if satu.termasuk else 'lebih dari'} {bobot_kata(satu.batas)}"


def _temuan(kode: str, pesan: str, di: str) -> Temuan:
    return Temuan(kode=kode, pesan=pesan, tingkat=Tingkat.GALAT, letak=Letak(medan=di))
