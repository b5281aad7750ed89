"""The status page: who sees which button, what stops a step, and the way back."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from kinerja.models import Jabatan, Pegawai, Pejabat, Pengaturan, Perubahan, Pohon, Riwayat
from kinerja.pilihan import Peran
from tests.factories import PADA, buat_pengguna

NOUN = {"ajukan": "pengajuan", "verifikasi": "verifikasi", "kembalikan": "pengembalian",
        "setujui": "persetujuan"}  # fmt: skip


@pytest.fixture
def bappeda(dinas):
    return buat_pengguna("bappeda", Peran.BAPPEDA, di=dinas.pemda)


@pytest.fixture
def verifikasi(dinas):
    Pengaturan.objects.create(pemda=dinas.pemda, perlu_verifikasi=True)


@pytest.fixture
def kadis(dinas):
    """The head position, and who holds it since long ago; has an account without a role there."""
    jabatan = Jabatan.objects.create(
        perangkat_daerah=dinas, jenis="JPT_PRATAMA", nama="Kepala Dinas Sosial", kepala=True
    )
    pegawai = Pegawai.objects.create(nama="Pejabat Definitif")
    Pejabat.objects.create(jabatan=jabatan, pegawai=pegawai, mulai=date(2020, 1, 1))
    pengguna = buat_pengguna("kadis", Peran.PEJABAT, di=dinas)
    pengguna.pegawai = pegawai
    pengguna.save()
    return pengguna


def status(client, pohon):
    return client.get(reverse("pohon-status", args=[pohon.pk]))


def langkah(client, pohon, kata_kerja, **isi):
    versi = Pohon.objects.get(pk=pohon.pk).versi
    alamat = reverse(f"pohon-{NOUN[kata_kerja]}", args=[pohon.pk])
    return client.post(alamat, {"versi": versi, "alasan": "Lengkapi target."} | isi)


def sebagai(client, pengguna, pohon, kata_kerja, **isi):
    client.force_login(pengguna)
    return langkah(client, pohon, kata_kerja, **isi).status_code


def kini(pohon):
    return Pohon.objects.get(pk=pohon.pk).status


def tombol(client, pengguna, pohon):
    client.force_login(pengguna)
    return [t.kata_kerja for t in status(client, pohon).context["lembar"].tombol]


def test_planner_submits_and_head_approves(client, pohon, jalur, perencana, kepala):
    assert (tombol(client, perencana, pohon), tombol(client, kepala, pohon)) == (["ajukan"], [])
    client.force_login(perencana)
    jawaban = langkah(client, pohon, "ajukan")
    assert jawaban["Location"] == reverse("pohon-status", args=[pohon.pk])
    assert tombol(client, perencana, pohon) == []
    assert tombol(client, kepala, pohon) == ["setujui", "kembalikan"]

    assert sebagai(client, kepala, pohon, "setujui") == 302

    assert kini(pohon) == "DISETUJUI"
    assert list(pohon.riwayat.order_by("-nomor").values_list("kata_kerja", "oleh")[:2]) == [
        ("setujui", kepala.pk), ("ajukan", perencana.pk)
    ]  # fmt: skip


def test_the_planner_reads_why_it_came_back(client, pohon, jalur, perencana, kepala):
    sebagai(client, perencana, pohon, "ajukan")
    sebagai(client, kepala, pohon, "kembalikan", alasan="Target <2025> kosong")
    client.force_login(perencana)

    for alamat in ("pohon-status", "pohon"):
        isi = client.get(reverse(alamat, args=[pohon.pk])).content.decode()
        assert "Target &lt;2025&gt; kosong" in isi
    assert tombol(client, perencana, pohon) == ["ajukan"]


def test_bappeda_verifies_only_where_the_pemda_wants_it(client, pohon, jalur, perencana, bappeda):
    sebagai(client, perencana, pohon, "ajukan")
    assert tombol(client, bappeda, pohon) == []
    assert sebagai(client, bappeda, pohon, "verifikasi") == 403
    assert sebagai(client, bappeda, pohon, "kembalikan") == 403

    Pengaturan.objects.create(pemda=pohon.perangkat_daerah.pemda, perlu_verifikasi=True)

    assert tombol(client, bappeda, pohon) == ["verifikasi", "kembalikan"]
    assert sebagai(client, bappeda, pohon, "verifikasi") == 302
    assert sebagai(client, bappeda, pohon, "kembalikan") == 302
    assert kini(pohon) == "DIKEMBALIKAN"


def test_the_head_waits_for_bappeda_and_is_told_so(
    client, pohon, jalur, perencana, kepala, bappeda, verifikasi
):
    sebagai(client, perencana, pohon, "ajukan")
    assert tombol(client, kepala, pohon) == ["kembalikan"]
    jawaban = langkah(client, pohon, "setujui")
    assert jawaban.status_code == 422
    assert "itu hanya dari Diverifikasi" in jawaban.content.decode()

    sebagai(client, bappeda, pohon, "verifikasi")

    assert sebagai(client, kepala, pohon, "setujui") == 302


def test_approval_follows_the_position_not_the_role(client, pohon, jalur, perencana, kepala, kadis):
    sebagai(client, perencana, pohon, "ajukan")
    assert tombol(client, kepala, pohon) == []
    assert sebagai(client, kepala, pohon, "setujui") == 403
    assert "Kepala Dinas Sosial (Pejabat Definitif)" in status(client, pohon).content.decode()

    assert sebagai(client, kadis, pohon, "setujui") == 302


def test_whoever_stands_in_that_day_approves(client, pohon, jalur, perencana, kepala, kadis):
    hari = timezone.localdate()
    plh = Pegawai.objects.create(nama="Pelaksana Harian")
    Pejabat.objects.create(
        jabatan=Jabatan.objects.get(), pegawai=plh, jenis="PLH", mulai=hari, selesai=hari
    )
    kepala.pegawai = plh
    kepala.save()
    sebagai(client, perencana, pohon, "ajukan")

    assert sebagai(client, kadis, pohon, "setujui") == 403
    assert sebagai(client, kepala, pohon, "setujui") == 302


def test_after_the_last_day_the_role_decides_again(client, pohon, jalur, perencana, kepala, kadis):
    Pejabat.objects.update(selesai=timezone.localdate() - timedelta(days=1))
    sebagai(client, perencana, pohon, "ajukan")

    assert sebagai(client, kadis, pohon, "setujui") == 403
    assert sebagai(client, kepala, pohon, "setujui") == 302


def test_errors_are_listed_before_the_button_and_stop_it(client, pohon, jalur, perencana):
    sub = jalur["SUB_KEGIATAN"]
    buta = {"mentah": "seratus juta", "nilai": None}
    baris = Perubahan("pagu", (str(sub.uid), 2027, "MURNI", ""), None, buta)
    pohon.muat([baris], ringkasan="Impor", oleh=perencana, pada=PADA)
    client.force_login(perencana)

    isi = status(client, pohon).content.decode()
    jawaban = langkah(client, pohon, "ajukan")

    assert isi.index("seratus juta") < isi.index(">Ajukan</button>")
    assert f"?tahun=2027#s{sub.pk}" in isi
    assert 'class="tombol tombol--utama" disabled' in isi
    assert jawaban.status_code == 422
    assert "Masih ada 1 temuan" in jawaban.content.decode()
    assert kini(pohon) == "DRAF"


def test_warnings_are_shown_and_do_not_stop_it(client, pohon, jalur, perencana):
    client.force_login(perencana)

    isi = client.get(reverse("pohon-status", args=[pohon.pk]) + "?tahun=2026").content.decode()

    assert "Peringatan untuk 2026" in isi
    assert "temuan=INDIKATOR_KOSONG" in isi
    assert langkah(client, pohon, "ajukan").status_code == 302


def test_a_double_click_is_one_step(client, pohon, jalur, perencana):
    client.force_login(perencana)
    versi = Pohon.objects.get(pk=pohon.pk).versi

    jawaban = [langkah(client, pohon, "ajukan", versi=versi).status_code for _ in range(2)]

    assert jawaban == [302, 302]
    assert Riwayat.objects.filter(pohon=pohon, kata_kerja="ajukan").count() == 1


def test_a_step_that_somebody_else_took_is_told(client, pohon, jalur, perencana, dinas):
    kedua = buat_pengguna("perencana-dua", Peran.PERENCANA, di=dinas)
    sebagai(client, perencana, pohon, "ajukan")

    client.force_login(kedua)
    jawaban = langkah(client, pohon, "ajukan")

    assert jawaban.status_code == 422
    assert "kini berstatus Diajukan" in jawaban.content.decode()


@pytest.mark.parametrize("versi", ["", "abc", "1"])
def test_a_step_on_another_version_is_refused(client, pohon, jalur, perencana, versi):
    client.force_login(perencana)

    jawaban = langkah(client, pohon, "ajukan", versi=versi)

    assert jawaban.status_code == 422
    assert "berubah sesudah halaman ini dibuka" in jawaban.content.decode()


def test_a_return_without_reason_keeps_the_page(client, pohon, jalur, perencana, kepala):
    sebagai(client, perencana, pohon, "ajukan")
    client.force_login(kepala)

    jawaban = langkah(client, pohon, "kembalikan", alasan="  ")

    assert jawaban.status_code == 422
    assert "Tulis alasannya" in jawaban.content.decode()


@pytest.mark.parametrize("kata_kerja", NOUN)
def test_who_is_turned_away(client, pohon, jalur, perencana_lain, evaluator, kata_kerja):
    alamat = reverse(f"pohon-{NOUN[kata_kerja]}", args=[pohon.pk])

    assert client.post(alamat).status_code == 302
    client.force_login(perencana_lain)
    assert client.post(alamat).status_code == 404
    client.force_login(evaluator)
    assert client.post(alamat).status_code == 403
    assert client.get(alamat).status_code == 405


def test_the_history_offers_no_undo_of_a_step(client, pohon, jalur, perencana, kepala):
    sebagai(client, perencana, pohon, "ajukan")
    sebagai(client, kepala, pohon, "kembalikan")
    client.force_login(perencana)

    isi = client.get(reverse("pohon-riwayat", args=[pohon.pk])).content.decode()

    assert "status: Diajukan → Dikembalikan" in isi
    assert "alasan: kosong → Lengkapi target." in isi
    assert isi.count(">Batalkan</button>") == 5


def test_a_locked_page_says_why_and_offers_no_edit(client, pohon, jalur, perencana, kepala):
    sebagai(client, perencana, pohon, "ajukan")
    sebagai(client, kepala, pohon, "setujui")
    client.force_login(perencana)

    isi = client.get(reverse("pohon", args=[pohon.pk])).content.decode()
    rinci = client.get(reverse("simpul-rinci", args=[jalur["PROGRAM"].pk])).content.decode()

    assert "Terkunci karena sudah disetujui" in isi
    assert reverse("simpul-baru", args=[pohon.pk]) not in isi
    assert "jadi terkunci" in rinci
    assert "Isi target dan pagu" in rinci
    assert reverse("simpul-penghapusan", args=[jalur["PROGRAM"].pk]) not in rinci


def test_an_open_page_hears_of_the_step_and_edits_no_more(client, pohon, jalur, perencana, kepala):
    pohon.refresh_from_db()
    sejak = pohon.versi
    sebagai(client, perencana, pohon, "ajukan")
    tanya = {"sejak": sejak, "kepala": sejak, "tahun": 2025}

    isi = client.get(
        reverse("pohon-kabar", args=[pohon.pk]), tanya, headers={"X-Requested-With": "fetch"}
    ).json()

    assert isi["versi"] == sejak + 1
    assert "Penyediaan Permakanan" in isi["tabel"]


def test_the_page_costs_the_same_for_any_document(
    client, pohon, jalur, perencana, django_assert_max_num_queries
):
    for n in range(20):
        pohon.tambah(
            induk=jalur["KEGIATAN"], jenjang="SUB_KEGIATAN", nama=f"Sub {n}", oleh=perencana,
            pada=PADA,
        )  # fmt: skip
    client.force_login(perencana)

    with django_assert_max_num_queries(40):
        assert status(client, pohon).status_code == 200
    with django_assert_max_num_queries(16):
        assert status(client, pohon).status_code == 200
