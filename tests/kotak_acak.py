"""Forests of boxes of any shape for the diagram's tests, from a seed."""

import random

from kinerja.gambar.kotak import Kotak

KATA = (
    *("Meningkatnya", "pelayanan", "sosial", "bagi", "PPKS", "di", "luar", "panti", "&", "<b>"),
    *("rehabilitasi/perlindungan", "Kabupaten/Kota", "1.06.04.2.01.0001", "anak-anak", "W" * 45),
)


def hutan(benih, banyak, dalam=9):
    """So many boxes under random parents; a level hangs one step below its parent."""
    acak = random.Random(benih)
    akar = acak.randint(1, 3)
    tingkat, anak = {}, {n: [] for n in range(banyak)}
    for n in range(banyak):
        calon = [i for i in range(max(0, n - 60), n) if tingkat[i] < dalam]
        if n < akar or not calon:
            tingkat[n] = 1
            continue
        induk = acak.choice(calon)
        tingkat[n] = tingkat[induk] + 1
        anak[induk].append(n)

    def kotak(n):
        return _kotak(acak, n, tingkat[n], tuple(kotak(i) for i in anak[n]))

    return tuple(kotak(n) for n in range(banyak) if tingkat[n] == 1)


def _kotak(acak, n, tingkat, anak):
    def kalimat(terbanyak):
        return " ".join(acak.choices(KATA, k=acak.randint(1, terbanyak)))

    return Kotak(
        id=f"k{n}",
        jenjang=acak.choice(("sasaran", "program", "kondisi")),
        nama_jenjang=acak.choice(("Program", "Kondisi yang namanya panjang")),
        judul=kalimat(12),
        nomor=acak.choice(("", "1.06.04.2.01.0001", str(n))),
        kalimat=acak.choice(("", kalimat(15))),
        indikator=tuple(kalimat(14) for _ in range(acak.randint(0, 3))),
        pelaksana=acak.choice(("", "Bidang Rehabilitasi Sosial")),
        program=acak.choice(((), (("Program", kalimat(6)), ("Sub Kegiatan", kalimat(9))))),
        lintas=acak.choice(((), ("Dinas Kesehatan (diminta)",))),
        kaki=acak.choice(("", "Rp 12.345.678.901")),
        tingkat=tingkat,
        anak=anak,
    )
