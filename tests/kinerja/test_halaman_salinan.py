"""Pages that make a document from another, and put one away."""

import pytest
from django.urls import reverse
from django.utils import timezone

from kinerja.aturan.edisi import Edisi, berlaku
from kinerja.aturan.temuan import AturanDilanggar
from kinerja.models import Pohon, Simpul
from kinerja.pilihan import Peran
from tests.factories import PADA, buat_pengguna, buat_periode, buat_pohon
from tests.kinerja.formulir_uji import isian, kirim


@pytest.fixture
def masuk(client, perencana):
    client.force_login(perencana)
    return client


@pytest.fixture
def disetujui(pohon, jalur, perencana):
    Pohon.objects.filter(pk=pohon.pk).update(status="DISETUJUI")
    pohon.refresh_from_db()
    return pohon


def alamat(nama, pohon):
    return reverse(f"pohon-{nama}", args=[pohon.pk])


def test_a_perubahan_is_opened_from_the_status_page(masuk, disetujui):
    isi = masuk.get(alamat("status", disetujui)).content.decode()
    assert "Buka perubahan" in isi

    jawaban = masuk.post(alamat("perubahan", disetujui))

    baru = Pohon.objects.get(edisi=2)
    assert jawaban["Location"] == reverse("pohon", args=[baru.pk])
    assert Simpul.objects.filter(pohon=baru).count() == Simpul.objects.filter(
        pohon=disetujui).count()  # fmt: skip
    isi = masuk.get(alamat("status", disetujui)).content.decode()
    assert "Buka perubahan" not in isi
    assert "Edisi 2</a> · Draf" in isi


def test_a_double_click_leads_to_the_one_perubahan(masuk, disetujui):
    jawaban = [masuk.post(alamat("perubahan", disetujui))["Location"] for _ in range(2)]

    baru = Pohon.objects.get(edisi=2)
    assert jawaban == [reverse("pohon", args=[baru.pk])] * 2


def test_a_second_perubahan_is_refused_with_the_reason(client, disetujui, dinas, perencana):
    disetujui.buka_perubahan(oleh=perencana, pada=PADA)
    client.force_login(buat_pengguna("perencana-dua", Peran.PERENCANA, di=dinas))

    jawaban = client.post(alamat("perubahan", disetujui))

    assert jawaban.status_code == 422
    assert "Edisi 2 masih Draf" in jawaban.content.decode()


def test_an_archived_draft_is_out_of_the_way(masuk, disetujui, perencana):
    masuk.post(alamat("perubahan", disetujui))
    masuk.post(alamat("arsip", Pohon.objects.get(edisi=2)))

    assert masuk.post(alamat("perubahan", disetujui)).status_code == 302
    assert Pohon.objects.filter(edisi=3).exists()


def test_the_new_edition_hears_of_numbers_filled_in_the_old_one(masuk, disetujui, jalur, perencana):
    masuk.post(alamat("perubahan", disetujui))
    baru = Pohon.objects.get(edisi=2)
    ke = alamat("status", baru)
    assert "berubah sesudah perubahan ini dibuka" not in masuk.get(ke).content.decode()

    disetujui.isi_pagu(
        jalur["SUB_KEGIATAN"], "5.000", tahun=2025, oleh=perencana, pada=timezone.now()
    )

    assert "berubah sesudah perubahan ini dibuka" in masuk.get(ke).content.decode()


@pytest.mark.parametrize(
    ("daftar", "nomor"),
    [
        ([], None),
        ([(1, "DRAF")], 1),
        ([(1, "DISETUJUI"), (2, "DRAF")], 1),
        ([(2, "DISETUJUI"), (1, "DISETUJUI"), (3, "DIAJUKAN")], 2),
    ],
)
def test_in_force_is_the_last_approved_else_the_draft(daftar, nomor):
    kini = berlaku(Edisi(*satu) for satu in daftar)

    assert (kini.nomor if kini else None) == nomor


def test_a_copy_is_looked_at_first(masuk, pohon, jalur):
    ke = alamat("salinan", pohon)

    jawaban = kirim(masuk, ke, periksa="1", judul="Lain", kata="sosial => pendidikan\nx => y")

    isi = jawaban.content.decode()
    assert jawaban.status_code == 200
    assert "5 kotak" in isi
    assert "3 kalimat berubah katanya" in isi
    assert "Terwujudnya rehabilitasi pendidikan" in isi
    assert "sosial =&gt; pendidikan" in isi  # still in the form
    assert Pohon.objects.count() == 1


def test_a_copy_is_made_with_what_was_chosen(masuk, pohon, jalur, perencana):
    pohon.tambah_indikator(jalur["PROGRAM"], teks="Jumlah", oleh=perencana, pada=PADA)
    periode = buat_periode(2030, 2034)
    ke = alamat("salinan", pohon)
    isi = isian(masuk.get(ke)) | {"periode": periode.pk, "tahun": "GESER", "bawa": ["pagu"]}

    jawaban = masuk.post(ke, isi)

    baru = Pohon.objects.get(periode=periode)
    assert jawaban["Location"] == reverse("pohon", args=[baru.pk])
    assert (baru.disalin_dari, baru.indikator.count(), baru.status) == (pohon, 0, "DRAF")
    status = masuk.get(alamat("status", baru)).content.decode()
    assert "Disalin dari" in status
    assert reverse("pohon", args=[pohon.pk]) in status


@pytest.mark.parametrize(
    ("isi", "pesan"),
    [
        ({"judul": ""}, "sudah ada"),
        ({"judul": "L", "kata": "tanpa tanda"}, "tulis lama =&gt; baru"),
        ({"judul": "L", "periode": "0"}, "Periode"),
    ],
)
def test_a_copy_is_refused_with_the_reason(masuk, pohon, jalur, isi, pesan):
    jawaban = kirim(masuk, alamat("salinan", pohon), **isi)

    assert jawaban.status_code == 422
    assert pesan in jawaban.content.decode()
    assert Pohon.objects.count() == 1


def test_only_agencies_one_plans_for_are_offered(client, pohon, jalur, dinas, dinas_lain):
    pengguna = buat_pengguna("dua", Peran.PERENCANA, di=dinas_lain)
    pengguna.keanggotaan.create(perangkat_daerah=dinas, peran=Peran.KEPALA)
    client.force_login(pengguna)

    jawaban = kirim(client, alamat("salinan", pohon), perangkat_daerah=dinas.pk, judul="Lain")
    assert jawaban.status_code == 422
    assert kirim(client, alamat("salinan", pohon)).status_code == 302

    assert Pohon.objects.get(disalin_dari=pohon).perangkat_daerah == dinas_lain


def test_the_archive_hides_and_gives_back(masuk, pohon, jalur, perencana):
    masuk.post(alamat("arsip", pohon))

    daftar = masuk.get("/pohon/").content.decode()
    di_arsip = masuk.get("/pohon/?arsip=1").content.decode()
    halaman = masuk.get(reverse("pohon", args=[pohon.pk])).content.decode()
    tautan = f'href="{reverse("pohon", args=[pohon.pk])}"'
    assert (tautan in daftar, tautan in di_arsip) == (False, True)
    assert "1 dokumen di arsip" in daftar
    assert tautan not in masuk.get("/").content.decode().split("Yang terakhir terjadi")[0]
    assert "Di arsip." in halaman
    assert reverse("simpul-baru", args=[pohon.pk]) not in halaman
    with pytest.raises(AturanDilanggar, match="arsip"):
        pohon.ubah(jalur["PROGRAM"], {"nama": "x"}, oleh=perencana, pada=PADA)

    masuk.post(alamat("arsip", pohon), {"pulihkan": "1"})

    assert tautan in masuk.get("/pohon/").content.decode()
    assert list(pohon.riwayat.order_by("-nomor").values_list("kata_kerja", flat=True)[:2]) == [
        "pulihkan", "arsipkan"
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("awal", "isi", "pesan"),
    [
        ({"status": "DIAJUKAN"}, {}, "menunggu keputusan"),
        ({"diarsipkan_pada": PADA}, {}, "sudah ada di arsip"),
        ({}, {"pulihkan": "1"}, "tidak ada di arsip"),
    ],
)
def test_when_nothing_is_put_away(masuk, pohon, jalur, awal, isi, pesan):
    Pohon.objects.filter(pk=pohon.pk).update(**awal)

    jawaban = masuk.post(alamat("arsip", pohon), isi)

    assert jawaban.status_code == 422
    assert pesan in jawaban.content.decode()


def test_an_archived_document_takes_no_step_and_no_perubahan(masuk, pohon, disetujui, perencana):
    masuk.post(alamat("arsip", pohon))

    assert masuk.post(alamat("perubahan", pohon)).status_code == 422
    draf = buat_pohon(pohon.perangkat_daerah, perencana, judul="Draf di arsip")
    draf.arsipkan(oleh=perencana, pada=PADA)
    jawaban = masuk.post(alamat("pengajuan", draf), {"versi": draf.versi})

    assert jawaban.status_code == 422
    assert "ada di arsip" in jawaban.content.decode()


@pytest.mark.parametrize("nama", ["perubahan", "salinan", "arsip"])
def test_who_is_turned_away(client, pohon, jalur, kepala, perencana_lain, nama):
    ke = alamat(nama, pohon)

    assert client.post(ke).status_code == 302
    status = {}
    for pengguna in (kepala, perencana_lain):
        client.force_login(pengguna)
        status[pengguna.username] = client.post(ke).status_code

    assert status == {"kepala": 403, "perencana_lain": 404}


def test_the_history_offers_no_undo_of_the_archive(masuk, pohon, jalur):
    masuk.post(alamat("arsip", pohon))
    nomor = Pohon.objects.get(pk=pohon.pk).versi

    jawaban = masuk.post(reverse("riwayat-pembatalan", args=[pohon.pk, nomor]))

    assert jawaban.status_code == 422
    assert "pulihkan dokumennya di halaman status" in jawaban.content.decode()
