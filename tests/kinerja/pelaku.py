"""One of several processes that change documents at once. Run with DATABASE_URL set.

usage: python -m tests.kinerja.pelaku BENIH ULANGAN POHON [POHON …]   answers one JSON line
       python -m tests.kinerja.pelaku buat BENIH ULANGAN DINAS        makes documents instead
       python -m tests.kinerja.pelaku salin BENIH ULANGAN POHON       copies it, opens perubahan
       python -m tests.kinerja.pelaku tangga BENIH ULANGAN POHON      takes steps of the ladder
"""

from __future__ import annotations

import json
import os
import random
import sys
from collections import Counter
from contextlib import suppress

import django


def kerjakan(benih: int, ulangan: int, id_pohon: list[int]) -> Counter:
    """Random adds, moves, reorders, edits, deletes and counter increments."""
    from kinerja.aturan.temuan import AturanDilanggar
    from kinerja.models import Bentrok, Pengguna, Pohon, Simpul

    acak, hasil = random.Random(benih), Counter()
    oleh = Pengguna.objects.get(username="perencana")
    for ke in range(ulangan):
        pohon = Pohon.objects.get(pk=acak.choice(id_pohon))
        perbuatan = acak.choice([tambah, tambah, pindah, urutkan, ubah, hapus, hitung])
        try:
            ditulis = perbuatan(pohon, acak, oleh, f"{benih}-{ke}")
            hasil["tulis"] += ditulis
            hasil[perbuatan.__name__] += ditulis
        except (AturanDilanggar, Bentrok, Simpul.DoesNotExist, IndexError):
            hasil["ditolak"] += 1
    return hasil


def _kotak(pohon, acak):
    from kinerja.models import Simpul

    # The counter (it has a nomor) is neither moved nor deleted, so it stays under the root.
    return acak.choice(list(Simpul.objects.filter(pohon=pohon, level__gte=1, nomor="")))


def _siapa(oleh):
    from django.utils import timezone

    return {"oleh": oleh, "pada": timezone.now()}


def tambah(pohon, acak, oleh, nama):
    from kinerja.models import Simpul

    induk = _kotak(pohon, acak) if acak.random() < 0.7 else pohon.akar()
    with suppress(Simpul.DoesNotExist):  # written, and already deleted by another process
        pohon.tambah(induk=induk, jenjang="KONDISI", kinerja=nama, **_siapa(oleh))
    return 1


def pindah(pohon, acak, oleh, nama):
    return pohon.pindahkan(
        _kotak(pohon, acak), induk=_kotak(pohon, acak), setelah="AWAL", **_siapa(oleh)
    ) is not None  # fmt: skip


def urutkan(pohon, acak, oleh, nama):
    simpul = _kotak(pohon, acak)
    return pohon.pindahkan(simpul, induk=simpul.induk, setelah="AWAL", **_siapa(oleh)) is not None


def ubah(pohon, acak, oleh, nama):
    return pohon.ubah(_kotak(pohon, acak), {"kode": nama}, **_siapa(oleh)) is not None


def hapus(pohon, acak, oleh, nama):
    simpul = _kotak(pohon, acak)
    pohon.hapus(simpul, **_siapa(oleh))
    return 1


def hitung(pohon, acak, oleh, nama):
    """Add one by compare-and-set: Bentrok or None (the same number) means somebody was first."""
    from kinerja.models import Simpul

    penghitung = Simpul.objects.exclude(nomor="").get(pohon=pohon)
    lama = penghitung.nomor
    baru = {"nomor": str(int(lama) + 1)}
    return pohon.ubah(penghitung, baru, lama={"nomor": lama}, **_siapa(oleh)) is not None


def buat_dokumen(benih: int, ulangan: int, id_dinas: int) -> Counter:
    from kinerja.models import Pengguna, PerangkatDaerah, Periode, Pohon

    dinas, periode = PerangkatDaerah.objects.get(pk=id_dinas), Periode.objects.get()
    oleh = Pengguna.objects.get(username="perencana")
    for ke in range(ulangan):
        Pohon.buat(
            perangkat_daerah=dinas, periode=periode, jenis="CASCADING", judul=f"{benih}-{ke}",
            **_siapa(oleh),
        )  # fmt: skip
    return Counter(tulis=ulangan)


def melangkah(benih: int, ulangan: int, id_pohon: int) -> Counter:
    """Random steps, each on the version just read, with edits between; none up to the end."""
    from kinerja.aturan.temuan import AturanDilanggar
    from kinerja.models import Pengguna, Pohon

    acak, hasil = random.Random(benih), Counter()
    oleh = Pengguna.objects.get(username="perencana")
    isi = {"ajukan": {"galat": 0}, "kembalikan": {"alasan": "Perbaiki."}}
    for ke in range(ulangan):
        pohon = Pohon.objects.get(pk=id_pohon)
        kata_kerja = acak.choice(["ajukan", "ajukan", "kembalikan", "kembalikan", "ubah"])
        try:
            if kata_kerja == "ubah":
                hasil["tulis"] += ubah(pohon, acak, oleh, f"{benih}-{ke}")
            else:
                langkah = {"versi": pohon.versi, **isi[kata_kerja], **_siapa(oleh)}
                getattr(pohon, kata_kerja)(**langkah)
                hasil["tulis"] += 1
                hasil["langkah"] += 1
        except AturanDilanggar:
            hasil["ditolak"] += 1
    return hasil


def salin(benih: int, ulangan: int, id_pohon: int) -> Counter:
    """Copies under titles of its own, and now and then a perubahan: one of all tries is opened."""
    from kinerja.aturan.temuan import AturanDilanggar
    from kinerja.models import Pengguna, Pohon
    from kinerja.models.isi_salinan import PilihanSalinan

    hasil, oleh = Counter(), Pengguna.objects.get(username="perencana")
    asal = Pohon.objects.select_related("perangkat_daerah", "periode").get(pk=id_pohon)
    for ke in range(ulangan):
        try:
            if ke % 2:
                asal.buka_perubahan(**_siapa(oleh))
                hasil["perubahan"] += 1
            else:
                pilihan = PilihanSalinan(asal.perangkat_daerah, asal.periode, f"{benih}-{ke}")
                asal.salin(pilihan, **_siapa(oleh))
                hasil["salin"] += 1
        except AturanDilanggar:
            hasil["ditolak"] += 1
    return hasil


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    django.setup()
    kerja = {"buat": buat_dokumen, "tangga": melangkah, "salin": salin}.get(sys.argv[1])
    if kerja:
        jawaban = kerja(*(int(a) for a in sys.argv[2:5]))
    else:
        benih, ulangan, *pohon = (int(a) for a in sys.argv[1:])
        jawaban = kerjakan(benih, ulangan, pohon)
    sys.stdout.write(json.dumps(jawaban))
