"""Before a branch moves or goes, the planner is told which agreements it stands in."""

from cascading.pembuatan_perjanjian import buat_perjanjian
from kinerja.kaitan import ikut_serta
from laporan.kaitan_perjanjian import ikut_perjanjian
from tests.cascading.perjanjian_uji import TAHUN
from tests.factories import PADA
from tests.laporan.perjanjian_uji import akun, diajukan, disahkan


def test_agreed_ones_stay_and_open_ones_change(kantor, perencana, django_assert_max_num_queries):
    disahkan(diajukan(kantor, "kabid_a", perencana), akun(kantor, "kadis"))
    buat_perjanjian(kantor.jabatan["jf"], TAHUN, oleh=perencana, pada=PADA)
    kotak = [kantor.simpul["Kegiatan A"].pk, kantor.simpul["Alat bantu"].pk]

    with django_assert_max_num_queries(5):
        kalimat = ikut_perjanjian(kantor.pohon, kotak)

    assert kalimat == [
        "Perjanjian Kepala Bidang Rehabilitasi 2025 memuatnya dan tetap seperti saat disetujui.",
        "Perjanjian Pekerja Sosial Ahli Muda 2025 belum disetujui dan ikut berubah.",
    ]
    assert set(kalimat) <= set(ikut_serta(kantor.pohon, kotak))
    assert ikut_perjanjian(kantor.pohon, [kantor.simpul["Pendampingan"].pk]) == []


def test_dialog_of_deleting_says_it(client, kantor, perencana):
    disahkan(diajukan(kantor, "kabid_a", perencana), akun(kantor, "kadis"))
    client.force_login(perencana)

    halaman = client.get(f"/simpul/{kantor.simpul['Kegiatan A'].pk}/penghapusan/")

    assert "tetap seperti saat disetujui" in halaman.content.decode()
