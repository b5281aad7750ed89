"""Cascading per jabatan: two lists as typed, what is odd about them, history, undo, guards."""

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kinerja.aturan.peta_jabatan import IsiKotak, cocokkan, periksa_kotak, temuan_kotak
from kinerja.aturan.peta_jabatan import usul_pasangan as usul
from kinerja.aturan.temuan import AturanDilanggar
from kinerja.models import Bentrok, Jabatan, KotakJabatan, PetaJabatan, Riwayat
from tests.factories import PADA, buat_dinas, buat_periode
from tests.kinerja.salinan_uji import kode_tolak
from tests.kinerja.test_batasan_pohon import ditolak
from tests.kinerja.test_penjaga import dijaga


@pytest.fixture
def siapa(perencana):
    return {"oleh": perencana, "pada": PADA}


@pytest.fixture
def peta(dinas, siapa):
    return PetaJabatan(perangkat_daerah=dinas, periode=buat_periode()).daftarkan(**siapa)


def kotak(nama="Kepala Dinas", **isi):
    lain = {"kinerja_utama": ["Meningkatnya kesejahteraan"], "indikator": ["Indeks"]}
    return KotakJabatan(nama=nama, **lain | isi)


def dua_tingkat(peta, siapa):
    """A head and one below it, the lower one named first."""
    daftar = [(kotak("Kepala Bidang", nomor="B1"), 1), (kotak(nomor="KD"), None)]
    return peta.muat(daftar, ringkasan="dimuat", **siapa)


def kode(isi):
    return [t.kode for t in temuan_kotak(isi)]


def test_boxes_are_written_as_one_event_parents_first(peta, siapa):
    riwayat = dua_tingkat(peta, siapa)

    assert [(k.nama, t) for k, t in peta.susunan()] == [("Kepala Dinas", 0), ("Kepala Bidang", 1)]
    assert riwayat.pohon is None
    assert len(riwayat.perubahan) == 2
    assert riwayat.hash == Riwayat.objects.get(pk=riwayat.pk).hitung_hash()
    sama = [(k, None) for k, _ in peta.susunan()]
    assert peta.muat(sama, ringkasan="dimuat", **siapa) is None


def test_an_import_is_undone_unless_a_box_changed_since(peta, siapa):
    riwayat = dua_tingkat(peta, siapa)
    bidang = KotakJabatan.objects.get(nomor="B1")
    bidang.nama = "Kepala Bidang Rehabilitasi"
    kedua = peta.muat([(bidang, None)], ringkasan="dimuat", **siapa)

    assert kode_tolak(lambda: peta.batalkan(riwayat, **siapa)) == ["BERUBAH_SESUDAHNYA"]
    peta.batalkan(kedua, **siapa)
    assert KotakJabatan.objects.get(nomor="B1").nama == "Kepala Bidang"
    peta.batalkan(riwayat, **siapa)
    assert not peta.kotak.exists()


def test_a_box_is_changed_by_what_its_writer_saw(peta, siapa):
    dua_tingkat(peta, siapa)
    satu = KotakJabatan.objects.get(nomor="B1")

    satu.ubah({"indikator": ["Satu", "Dua"]}, lama={"indikator": ["Indeks"]}, **siapa)
    with pytest.raises(Bentrok):
        satu.ubah({"indikator": []}, lama={"indikator": ["Indeks"]}, **siapa)

    terakhir = Riwayat.objects.filter(pohon=None).latest("nomor")
    assert terakhir.kata_kerja == "ubah kotakjabatan"
    assert terakhir.perubahan[0]["sesudah"] == {"indikator": ["Satu", "Dua"]}


def test_what_a_box_may_not_be_is_refused(peta, siapa, dinas):
    dua_tingkat(peta, siapa)
    kepala, bidang = KotakJabatan.objects.get(nomor="KD"), KotakJabatan.objects.get(nomor="B1")
    lain = buat_dinas(dinas.pemda, "Dinas Lain", "9.9")
    asing = Jabatan.objects.create(perangkat_daerah=lain, jenis="PENGAWAS", nama="Lain")
    peta_lain = PetaJabatan(perangkat_daerah=dinas, periode=buat_periode(), judul="x")
    peta_lain.daftarkan(**siapa)
    kotak_lain = KotakJabatan(peta=peta_lain, nama="X").daftarkan(**siapa)

    for isi, sebab in (
        ({"induk": bidang}, "RANTAI_BERPUTAR"),
        ({"jabatan": asing}, "PERANGKAT_DAERAH_LAIN"),
        ({"induk": kotak_lain}, "INDUK_ASING"),
        ({"nama": "", "kinerja_utama": [], "indikator": []}, "KOTAK_KOSONG"),
        ({"kinerja_utama": ["x" * 2001]}, "TEKS_TERLALU_PANJANG"),
        ({"indikator": ["x"] * 61}, "BUTIR_TERLALU_BANYAK"),
        ({"indikator": ["a\x00b"]}, "TEKS_TIDAK_SAH"),
    ):
        with transaction.atomic():
            assert kode_tolak(lambda isi=isi: kepala.ubah(isi, **siapa)) == [sebab]
    assert kode_tolak(lambda: kepala.hapus(**siapa)) == ["MASIH_DIPAKAI"]


def test_one_map_per_periode_and_title(peta, siapa, dinas):
    kembar = PetaJabatan(perangkat_daerah=dinas, periode=peta.periode)

    with pytest.raises(AturanDilanggar, match="sudah ada"):
        kembar.daftarkan(**siapa)
    PetaJabatan(perangkat_daerah=dinas, periode=peta.periode, judul="Lama").daftarkan(**siapa)


def test_the_database_refuses_what_must_never_be(basis, peta, siapa, dinas):
    dua_tingkat(peta, siapa)
    kembar = PetaJabatan(perangkat_daerah=dinas, periode=peta.periode)
    ditolak(basis, "peta_jabatan_satu_per_judul", kembar)
    bidang = KotakJabatan.objects.filter(nomor="B1")
    diri = bidang.get()
    with pytest.raises(Exception, match="kotak_jabatan_bukan_induk_diri"), transaction.atomic():
        bidang.update(induk=diri)
    lain = buat_dinas(dinas.pemda, "Dinas Lain", "9.9")
    asing = Jabatan.objects.create(perangkat_daerah=lain, jenis="PENGAWAS", nama="Lain")
    jauh = PetaJabatan(perangkat_daerah=lain, periode=peta.periode).daftarkan(**siapa)
    kotak_jauh = KotakJabatan(peta=jauh, nama="X").daftarkan(**siapa)

    dijaga("kotakjabatan_serumah_update", lambda: bidang.update(jabatan=asing))
    dijaga("kotakjabatan_induk_update", lambda: bidang.update(induk=kotak_jauh))
    kepala = KotakJabatan.objects.filter(nomor="KD")
    dijaga("kotakjabatan_tetap", lambda: kepala.update(peta=jauh))
    peta_ini = PetaJabatan.objects.filter(pk=peta.pk)
    dijaga("petajabatan_tetap", lambda: peta_ini.update(perangkat_daerah=lain, judul="y"))
    baru = {"peta": peta, "nama": "Y"}
    sisip = KotakJabatan.objects.bulk_create
    dijaga("kotakjabatan_serumah_insert", lambda: sisip([KotakJabatan(**baru, jabatan=asing)]))
    dijaga("kotakjabatan_induk_insert", lambda: sisip([KotakJabatan(**baru, induk=kotak_jauh)]))


def test_oddities_are_told_and_nothing_is_repaired():
    menempel = "Menyelenggarakan pelatihan bagi anak terlantarFasilitasi penanganan eks penyandang"
    kembar = (
        "Jumlah orang terlantar, eks narapidana, dan penyandang penyakit sosial yang dipulangkan",
        "Jumlah orang terlantar, eks narapidana dan penyakit sosial yag dipulangkan",
    )

    assert kode(IsiKotak("", "A", (menempel,), ("Jumlah",))) == ["KALIMAT_TERGABUNG"]
    assert kode(IsiKotak("", "A", ("a", "b"), kembar)) == ["INDIKATOR_KEMBAR"]
    assert kode(IsiKotak("", "A", ("a",), ("x", "y lain sekali"))) == ["TIDAK_SATU_SATU"]
    assert kode(IsiKotak("", "A", ("a",), ())) == ["INDIKATOR_KOSONG"]
    assert kode(IsiKotak("", "A", (), ("a",))) == ["KINERJA_KOSONG"]
    dugaan = IsiKotak("", "A", ("a",), ("b",), nama_dugaan=True, induk_dugaan=True)
    assert kode(dugaan) == ["NAMA_DUGAAN", "INDUK_DUGAAN"]
    assert periksa_kotak(dugaan) == []


def test_boxes_of_a_second_reading_are_found_again():
    lama = {
        1: IsiKotak("KD", "Kepala Dinas"), 2: IsiKotak("", "Kepala Bidang"),
        3: IsiKotak("", "Kepala Seksi"), 4: IsiKotak("", "Kepala Seksi"),
    }  # fmt: skip
    baru = [
        IsiKotak("KD", "Kepala Dinas Sosial"), IsiKotak("B1", "kepala bidang"),
        IsiKotak("", "Kepala Seksi"), IsiKotak("", "Lain"),
    ]  # fmt: skip

    assert cocokkan(baru, lama) == {0: 1, 1: 2}


def test_near_wordings_are_proposed_nearest_first():
    calon = {
        "a": "Meningkatnya pelayanan kesejahteraan sosial lanjut usia",
        "b": "Pemeliharaan gedung kantor",
        "c": "Pelayanan sosial bagi lanjut usia terlantar",
    }

    assert usul("Meningkatkan peayanan kesejahteraan sosial bagi lanjut usia", calon)[0] == "a"
    assert usul("Kendaraan dinas operasional", {"b": calon["b"]}) == []


BUTIR = st.lists(st.sampled_from(["Satu", "Dua", "Tiga", "Empat"]), min_size=1, max_size=4)
MUATAN = st.lists(st.tuples(st.integers(0, 5), BUTIR, BUTIR, st.integers(0, 5)), max_size=5)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=15)
@given(st.lists(MUATAN, min_size=1, max_size=4))
def test_undo_of_the_last_load_brings_every_box_back(peta, siapa, daftar_muatan):
    """Each load changes boxes by number and makes those that are not there yet."""
    KotakJabatan.objects.update(induk=None)
    KotakJabatan.objects.all().delete()
    for muatan in daftar_muatan:
        semula = potret(peta)
        ada = {k.nomor: k for k in peta.kotak.all()}
        isi = {}
        for nomor, kinerja, indikator, _ in muatan:
            satu = ada.get(f"K{nomor}") or kotak(f"Jabatan {nomor}", nomor=f"K{nomor}")
            satu.kinerja_utama, satu.indikator = kinerja, indikator
            isi[nomor] = satu
        urut = sorted(isi)
        di = {n: i for i, n in enumerate(urut)}
        naik = {n: atas % n for n, _, _, atas in muatan if n}  # a box stands below a lower number
        daftar = [(isi[n], di.get(naik.get(n))) for n in urut]
        riwayat = peta.muat(daftar, ringkasan="acak", **siapa)
        sesudah = potret(peta)
        if riwayat is not None:
            peta.batalkan(riwayat, **siapa)
            assert potret(peta) == semula
            for k in isi.values():
                if not KotakJabatan.objects.filter(pk=k.pk).exists():
                    k.pk, k._state.adding = None, True
            peta.muat(daftar, ringkasan="lagi", **siapa)
            assert potret(peta) == sesudah


def potret(peta):
    kolom = ("nomor", "induk__nomor", "kinerja_utama", "indikator")
    return sorted(map(str, peta.kotak.values_list(*kolom)))
