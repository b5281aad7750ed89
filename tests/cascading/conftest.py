"""Conditions of a pohon kinerja, and linking them."""

import pytest

from cascading.alur_lintas import isi_kontribusi
from cascading.models import ButirPenjenjangan, Crosscutting, Penjenjangan, SelKontribusi, Tautan
from kinerja.pilihan import JenisPohon, Jenjang, PeranKondisi
from tests.factories import PADA, buat_pohon

ISI = (
    ("", PeranKondisi.OUTCOME, "Terlindunginya warga miskin"),
    (0, PeranKondisi.CSF, "Menurunnya beban pengeluaran"),
    (1, PeranKondisi.KONDISI_ANTARA, "Tersedianya bantuan sosial"),
    (2, PeranKondisi.KONDISI_ANTARA, "Terpenuhinya kebutuhan makan lansia"),
    (3, PeranKondisi.KONDISI_OPERASIONAL, "Tersalurkannya permakanan"),
    (1, "", "Tersedianya bantuan pendidikan"),
)


@pytest.fixture
def kondisi(dinas, perencana):
    """Six conditions from the outcome down; the last has no role."""
    pohon = buat_pohon(dinas, perencana, JenisPohon.POHON_KINERJA)
    hasil = []
    for induk, peran, kinerja in ISI:
        atas = pohon.akar() if induk == "" else hasil[induk]
        isi = {"induk": atas, "jenjang": Jenjang.KONDISI, "kinerja": kinerja, "peran": peran}
        hasil.append(pohon.tambah(**isi, oleh=perencana, pada=PADA))
    return hasil


@pytest.fixture
def pasang(perencana):
    def lakukan(*pasangan):
        return Tautan.pasang(pasangan, oleh=perencana, pada=PADA)

    return lakukan


@pytest.fixture
def isi_pagu(pohon, jalur, perencana):
    """Money of the one sub kegiatan in 2025."""

    def isi(teks="1.500.000"):
        pohon.isi_pagu(jalur["SUB_KEGIATAN"], teks, tahun=2025, oleh=perencana, pada=PADA)

    return isi


@pytest.fixture
def kesehatan(perencana_lain):
    """The other agency of the pemda."""
    return perencana_lain.daftar_keanggotaan()[0].perangkat_daerah


@pytest.fixture
def kotak_lain(kesehatan, perencana_lain):
    """A tujuan of the other agency, in a draft."""
    pohon = buat_pohon(kesehatan, perencana_lain)
    isi = {"jenjang": Jenjang.TUJUAN, "kinerja": "Meningkatnya kesehatan lansia"}
    return pohon.tambah(induk=pohon.akar(), **isi, oleh=perencana_lain, pada=PADA)


@pytest.fixture
def permintaan(kondisi, kesehatan, perencana):
    """Ask for the operational condition; by the verb, or by a function that also tells."""

    def lakukan(cara=Crosscutting.minta, **isi):
        isi = {"diminta": kesehatan, "isi": "Pemeriksaan gizi penerima permakanan"} | isi
        return cara(kondisi[4], **isi, oleh=perencana, pada=PADA)

    return lakukan


@pytest.fixture
def penjenjangan(dinas, pohon, jalur, kondisi, perencana):
    """A draft over ``kondisi`` and ``jalur`` with two items of a mandat."""
    cascading = {"pohon_kinerja": kondisi[0].pohon, "cascading": pohon}
    isi = {"perangkat_daerah": dinas, "periode": pohon.periode, "tahun": 2025}
    dokumen = Penjenjangan(**isi, **cascading, diubah_pada=PADA)
    dokumen.daftarkan(oleh=perencana, pada=PADA)
    for teks, sub in (("Rehabilitasi sosial", ["Luar panti", "Dalam panti"]), ("Data", [])):
        butir = ButirPenjenjangan(penjenjangan=dokumen, kolom="MANDAT", teks=teks, subbutir=sub)
        butir.tambahkan(oleh=perencana, pada=PADA)
    return dokumen


@pytest.fixture
def indikator(kondisi, perencana):
    """Of the operational condition: counted, added up, every quarter."""
    cara = {"satuan": "Orang", "agregasi": "JUMLAH", "frekuensi": "TRIWULANAN"}
    pohon = kondisi[4].pohon
    isi = {"teks": "Jumlah lansia yang dilayani", **cara}
    return pohon.tambah_indikator(kondisi[4], **isi, oleh=perencana, pada=PADA)


@pytest.fixture
def lintas(permintaan, indikator, kotak_lain, perencana_lain):
    """Agreed, for the indicator."""
    satu = permintaan(indikator=indikator)
    satu.setujui(kotak_lain, oleh=perencana_lain, pada=PADA)
    return satu


@pytest.fixture
def isi(indikator, perencana):
    def lakukan(lintas, teks, *, apa="REALISASI", triwulan=1, lama=None, oleh=perencana):
        sel = [SelKontribusi(apa, triwulan, teks, lama)]
        isi_kontribusi(indikator, lintas, sel, tahun=2025, oleh=oleh, pada=PADA)

    return lakukan


@pytest.fixture
def butir(penjenjangan):
    return penjenjangan.butir.get(teks="Data")


@pytest.fixture
def sebagai(client, perencana):
    client.force_login(perencana)
    return client
