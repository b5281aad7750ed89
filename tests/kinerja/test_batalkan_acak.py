"""Any sequence of verbs, then undo of each: structure, values and order as they were."""

import inspect
import re
from contextlib import suppress
from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kinerja.aturan.temuan import AturanDilanggar
from kinerja.models import (
    Indikator,
    Jabatan,
    Perubahan,
    Pohon,
    Riwayat,
    Simpul,
    Suntingan,
    Tahap,
)
from kinerja.models.isi_salinan import PilihanSalinan
from kinerja.models.pemeriksaan import periksa_susunan
from kinerja.models.suntingan import SuntinganDitolak
from kinerja.pilihan import Jenjang, PeranTugas
from tests.factories import PADA, buat_dinas, buat_jalur, buat_pemda, buat_pengguna, buat_pohon
from tests.kinerja.salinan_uji import SEMUA, isi_penuh, isi_semua, setujui

NOMOR = count(1)
ANAK = {"AKAR": "TUJUAN", "TUJUAN": "SASARAN", "SASARAN": "PROGRAM", "PROGRAM": "KEGIATAN",
        "KEGIATAN": "SUB_KEGIATAN"}  # fmt: skip


class Meja:
    """A document and who works on it; each verb picks its rows by a number."""

    def __init__(self, pohon, oleh):
        self.pohon, self.siapa = pohon, {"oleh": oleh, "pada": PADA}

    def kotak(self, n, *jenjang):
        daftar = Simpul.objects.tampak().filter(pohon=self.pohon).order_by("lft")
        daftar = list(daftar.filter(jenjang__in=jenjang or Jenjang.values))
        return daftar[n % len(daftar)]

    def indikator(self, n):
        daftar = list(Indikator.objects.filter(pohon=self.pohon).order_by("pk"))
        return daftar[n % len(daftar)]

    def tambah(self, a, b):
        induk = self.kotak(a, *[j for j in ANAK if j != "AKAR"])
        letak = ("AWAL", "AKHIR", str(induk.anak.order_by("lft").values_list("uid", flat=True)
                                      .first() or ""))[b % 3]  # fmt: skip
        self.pohon.tambah(induk=induk, jenjang=ANAK[induk.jenjang], nama=f"Baru {a} {b}",
                          setelah=letak, **self.siapa)  # fmt: skip

    def pindah(self, a, b):
        simpul = self.kotak(a)
        induk = [j for j, anak in ANAK.items() if anak == simpul.jenjang and j != "AKAR"]
        ke = self.kotak(b, *induk) if induk else self.pohon.akar()
        self.pohon.pindahkan(simpul, induk=ke, setelah=("AWAL", "AKHIR")[b % 2], **self.siapa)

    def hapus(self, a, b):
        self.pohon.hapus(self.kotak(a), **self.siapa)

    def ubah(self, a, b):
        isi = ({"nama": f"Nama {b}"}, {"kode": f"{b}"}, {"tahun_mulai": 2025 + b % 4},
               {"varian": ["x", f"{b}"]}, {"jenjang": "PROGRAM"})[b % 5]  # fmt: skip
        self.pohon.ubah(self.kotak(a), isi, **self.siapa)

    def indikator_baru(self, a, b):
        self.pohon.tambah_indikator(self.kotak(a), teks=f"Jumlah {b}", **self.siapa)

    def indikator_ubah(self, a, b):
        isi = ({"satuan": f"{b}"}, {"formulasi": [f"{b}"]}, {"utama": True})[b % 3]
        self.pohon.ubah_indikator(self.indikator(a), isi, **self.siapa)

    def indikator_hapus(self, a, b):
        self.pohon.hapus_indikator(self.indikator(a), **self.siapa)

    def dukung(self, a, b):
        simpul = self.kotak(a)
        induk = Indikator.objects.filter(simpul=simpul.induk_id).first()
        uid = str(induk.uid) if induk else None
        self.pohon.ubah(simpul, {"indikator_induk": uid}, **self.siapa)

    def angka(self, a, b):
        tahun, teks = 2025 + b % 3, ("", f"{b},5", "BB")[b % 3]
        if a % 4 == 0:
            self.pohon.isi_target(self.indikator(a), teks, tahun=tahun, **self.siapa)
        elif a % 4 == 1:
            self.pohon.isi_baseline(self.indikator(a), teks, tahun=tahun, **self.siapa)
        elif a % 4 == 2:
            kotak = self.kotak(a, "SUB_KEGIATAN")
            self.pohon.isi_pagu(kotak, "" if b % 5 else f"{b}000", tahun=tahun, **self.siapa)
        else:
            kotak = self.kotak(a, "PROGRAM", "KEGIATAN")
            self.pohon.isi_klaim(kotak, f"{b}000", tahun=tahun, **self.siapa)

    def tempel(self, a, b):
        """Two cells at once, one of them a value."""
        sub, lain = self.kotak(b, "SUB_KEGIATAN"), self.kotak(a)
        pagu = sub.pagu.filter(tahun=2025, sumber_dana="").order_by("-tahap__urutan").first()
        daftar = [
            Suntingan("simpul", str(lain.uid), lain.pk, "nomor", lain.nomor, f"{b}"),
            Suntingan("pagu", str(sub.uid), sub.pk, "pagu", pagu.mentah if pagu else "", f"{a}00",
                      tahun=2025, jenjang="SUB_KEGIATAN"),
        ]  # fmt: skip
        self.pohon.sunting(daftar, tahun=2025, **self.siapa)

    def sunting(self, a, b):
        """A block of cells of one box: texts, an indicator or a first one, a target, money."""
        kotak = self.kotak(a)
        uid, pk = str(kotak.uid), kotak.pk
        daftar = [
            Suntingan("simpul", uid, pk, m, getattr(kotak, m), f"{m} {b}" if b % 4 else "")
            for m in ("nama", "kinerja", "kode")[: 1 + b % 3]
        ]
        if (indikator := kotak.indikator.order_by("urutan").first()) is None:
            daftar += [Suntingan("indikator_baru", uid, pk, "teks", "", f"Jumlah {a}"),
                       Suntingan("indikator_baru", uid, pk, "satuan", "", "Orang"),
                       Suntingan("indikator_baru", uid, pk, "target", "", f"{b}",
                                 tahun=2026)]  # fmt: skip
        else:
            milik = (str(indikator.uid), indikator.pk)
            target = indikator.target.filter(tahun=2026, triwulan=0).first()
            lama = target.mentah if target else ""
            daftar += [Suntingan("indikator", *milik, "satuan", indikator.satuan, f"u{b}"),
                       Suntingan("target", *milik, "target", lama, ("", f"{b}")[a % 2],
                                 tahun=2026)]  # fmt: skip
        if kotak.jenjang == "PROGRAM":
            klaim = kotak.klaim_pagu.filter(tahun=2025, jenis="PAGU").first()
            daftar.append(Suntingan("klaim", uid, pk, "klaim", klaim.mentah if klaim else "",
                                    f"{b}.000", tahun=2025, jenjang="PROGRAM"))  # fmt: skip
        self.pohon.sunting(daftar, tahun=2025, **self.siapa)

    def deret(self, a, b):
        """Several boxes at once, as pasted lines are."""
        induk = self.kotak(a, *[j for j in ANAK if j != "AKAR"])
        daftar = [{"kode": f"{a}.{b}.{n}" if b % 2 else "", "nama": f"Deret {b} {n}"}
                  for n in range(1 + b % 3)]  # fmt: skip
        self.pohon.tambah_deret(induk=induk, jenjang=ANAK[induk.jenjang], daftar=daftar,
                                setelah=("AWAL", "AKHIR")[a % 2], **self.siapa)  # fmt: skip

    def gandakan(self, a, b):
        self.pohon.gandakan(self.kotak(a), **self.siapa)

    def triwulan(self, a, b):
        self.pohon.isi_target(self.indikator(a), ("", f"{b}")[a % 2], tahun=2025,
                              triwulan=1 + b % 4, **self.siapa)  # fmt: skip

    def kaitan(self, a, b):
        """Marks that only an import or the details write: a label, on or off."""
        kotak, label = self.kotak(a), self.pohon.perangkat_daerah.daftar_label.get()
        kunci = (str(kotak.uid), label.pk)
        ada = kotak.label.filter(pk=label.pk).exists()
        self.pohon.muat([Perubahan("label", kunci, {} if ada else None, None if ada else {})],
                        ringkasan="Label", **self.siapa)  # fmt: skip

    def tugas(self, a, b):
        """A part for one of two positions, or none."""
        jabatan = Jabatan.objects.get_or_create(
            perangkat_daerah=self.pohon.perangkat_daerah, nama=f"Jabatan {b % 2}",
            defaults={"jenis": "PENGAWAS"},
        )[0]  # fmt: skip
        if b % 4 == 3:
            self.pohon.lepas_tugas(self.kotak(a), jabatan, **self.siapa)
        else:
            peran = PeranTugas.values[b % 3]
            kotak = [self.kotak(a), self.kotak(b)]
            self.pohon.tugaskan(kotak, jabatan, peran, gantikan=bool(a % 2), **self.siapa)

    def pengampu(self, a, b):
        verba = (self.pohon.ampu, self.pohon.lepas_ampu)[b % 2]
        verba(self.kotak(a), self.pohon.perangkat_daerah, **self.siapa)

    def tanggung(self, a, b):
        """Nobody, a position, an agency, or both answer for an indicator."""
        lembaga = self.pohon.perangkat_daerah
        jabatan = Jabatan.objects.filter(perangkat_daerah=lembaga)[: b % 2]
        pihak = {"jabatan": jabatan, "lembaga": [lembaga][: b // 2 % 2]}
        self.pohon.tanggungkan(self.indikator(a), **pihak, **self.siapa)

    def muat(self, a, b):
        """As an import does: a box that goes elsewhere and one that is renamed, as one event."""
        satu, dua = self.kotak(a), self.kotak(b)
        self.pohon.muat(
            [
                Perubahan("simpul", (str(satu.uid),), {"nomor": satu.nomor}, {"nomor": f"m{a}"}),
                Perubahan("simpul", (str(dua.uid),), {"nama": dua.nama}, {"nama": f"Impor {b}"}),
            ],
            ringkasan="Impor", **self.siapa,
        )  # fmt: skip

    def tangga(self, a, b):
        """Up and back: on the way nothing changes."""
        for kata_kerja, isi in (("ajukan", {"galat": 0}), ("kembalikan", {"alasan": "x"})):
            self.pohon.refresh_from_db()
            getattr(self.pohon, kata_kerja)(versi=self.pohon.versi, **isi, **self.siapa)

    def arsip(self, a, b):
        self.pohon.arsipkan(**self.siapa)
        self.pohon.pulihkan(**self.siapa)

    def salin(self, a, b):
        tujuan = PilihanSalinan(self.pohon.perangkat_daerah, self.pohon.periode,
                                f"Salinan {next(NOMOR)}", SEMUA)  # fmt: skip
        self.pohon.salin(tujuan, **self.siapa)


PERBUATAN = st.lists(
    st.tuples(
        st.sampled_from([n for n in vars(Meja) if not n.startswith("_")
                         and n not in ("kotak", "indikator")]),
        st.integers(0, 40),
        st.integers(0, 40),
    ),
    min_size=1,
    max_size=12,
)  # fmt: skip


def dokumen(dari):
    """A draft with something in every table: made so, opened as a perubahan, or copied."""
    nomor = next(NOMOR)
    dinas = buat_dinas(buat_pemda(kode=f"bp{nomor}"), kode=f"bd{nomor}")
    oleh = buat_pengguna(f"bu{nomor}")
    siapa = {"oleh": oleh, "pada": PADA}
    pohon = buat_pohon(dinas, oleh)
    isi_semua(pohon, buat_jalur(pohon, oleh), dinas, siapa)
    if dari == "perubahan":
        pohon = setujui(pohon, oleh).buka_perubahan(**siapa)
    elif dari == "salinan":
        pohon = pohon.salin(PilihanSalinan(dinas, pohon.periode, "Lain", SEMUA), **siapa)
    return Meja(pohon, oleh)


@pytest.mark.lambat
@pytest.mark.django_db
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(perbuatan=PERBUATAN, dari=st.sampled_from(["baru", "perubahan", "salinan"]))
def test_undo_of_each_step_leads_back_and_undo_of_the_undo_forward(perbuatan, dari):
    meja = dokumen(dari)
    pohon, awal = meja.pohon, meja.pohon.versi
    lain = Pohon.objects.filter(perangkat_daerah=pohon.perangkat_daerah).exclude(pk=pohon.pk)
    asal = {p.pk: isi_penuh(p) for p in lain}
    keadaan = {awal: isi_penuh(pohon)}

    for nama, a, b in perbuatan:
        with suppress(AturanDilanggar, SuntinganDitolak, ZeroDivisionError):  # or no row is left
            getattr(meja, nama)(a, b)
        pohon.refresh_from_db()
        keadaan.setdefault(pohon.versi, isi_penuh(pohon))

    assert periksa_susunan(pohon) == []
    jejak = Riwayat.objects.filter(pohon=pohon, nomor__gt=awal).order_by("-nomor")
    dapat = [r for r in jejak if not r.sebab_tetap]
    mundur = []
    for r in dapat:
        mundur.append(pohon.batalkan(r, **meja.siapa))
        if r.nomor - 1 in keadaan:
            assert isi_penuh(pohon) == keadaan[r.nomor - 1]
    assert isi_penuh(pohon) == keadaan[awal]
    for r in reversed(mundur):
        pohon.batalkan(r, **meja.siapa)
    assert isi_penuh(pohon) == keadaan[max(keadaan)]
    assert periksa_susunan(pohon) == []
    assert {pk: isi_penuh(Pohon.objects.get(pk=pk)) for pk in asal} == asal


@pytest.mark.django_db
def test_a_closed_stage_is_the_reason_why_not():
    meja = dokumen("baru")
    meja.angka(2, 5)
    riwayat = meja.pohon.riwayat.latest("nomor")
    Tahap.objects.update(terkunci=True)

    with pytest.raises(AturanDilanggar) as ditolak:
        meja.pohon.batalkan(riwayat, **meja.siapa)

    assert ditolak.value.temuan[0].kode == "TAHAP_TERKUNCI"


def test_every_verb_of_a_document_is_drawn():
    """A new one must join above, or say here why it leaves no event in the same document."""
    tanpa = {"batalkan", "buat", "buka_perubahan", "setujui", "verifikasi"}
    tanpa |= {"langkah_ukur", "tinjau_ukur", "ukur"}  # values stand beside the document
    verba = {
        n
        for n in dir(Pohon)
        if n[0] != "_"
        and (inspect.isfunction(getattr(Pohon, n)) or inspect.ismethod(getattr(Pohon, n)))
    }
    verba = {n for n in verba if "oleh" in inspect.signature(getattr(Pohon, n)).parameters}

    sumber = inspect.getsource(Meja)

    assert {n for n in verba - tanpa if not re.search(rf"\.{n}\b|\"{n}\"", sumber)} == set()
