"""Filters of the tree page: what they ask, what they leave, and that they are remembered."""

import re
from datetime import UTC, date, datetime, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from kinerja.aturan.kunjungan import Kunjungan
from kinerja.jejak_kotak import uid_berubah
from kinerja.models import (
    Jabatan,
    Keanggotaan,
    Label,
    Pegawai,
    Pejabat,
    Pengguna,
    Pohon,
    Riwayat,
    Unit,
)
from kinerja.models.perubahan import Perubahan
from kinerja.pilihan import JenisPohon, Jenjang, Peran, PeranTugas
from tests.factories import PADA, buat_jalur, buat_pengguna, buat_pohon

NANTI = datetime(2025, 3, 1, 9, 0, tzinfo=UTC)
TAMPAK = re.compile(r'<tr role="row" id="s(\d+)"(?! hidden)')


def halaman(client, pohon, **tanya) -> str:
    return client.get(reverse("pohon", args=[pohon.pk]), {"tahun": 2025} | tanya).content.decode()


def tampak(client, pohon, **tanya) -> list[str]:
    """Levels of the boxes that a page shows."""
    pk = {int(satu) for satu in TAMPAK.findall(halaman(client, pohon, **tanya))}
    return [s.jenjang for s in pohon.simpul.order_by("lft") if s.pk in pk]


@pytest.fixture
def siapa(perencana):
    return {"oleh": perencana, "pada": PADA}


@pytest.fixture
def masuk(client, perencana):
    client.force_login(perencana)
    return client


@pytest.fixture
def label(pohon, jalur, siapa, dinas):
    """The program carries one label, the kegiatan another."""
    hasil = [
        Label.objects.create(perangkat_daerah=dinas, jenis="Program unggulan", nama=nama)
        for nama in ("Peduli Lansia", "Satu Data")
    ]
    baris = [
        Perubahan("label", (str(jalur[j].uid), satu.pk), None, {})
        for j, satu in zip((Jenjang.PROGRAM, Jenjang.KEGIATAN), hasil, strict=True)
    ]
    pohon.muat(baris, **siapa, ringkasan="Label")
    return hasil


def test_a_role_of_a_unit_has_all_of_that_unit(client, pohon, jalur, siapa, dinas):
    unit = Unit.objects.create(perangkat_daerah=dinas, jenis="BIDANG", nama="Bidang Rehabilitasi")
    pohon.ubah(jalur["PROGRAM"], {"unit_id": unit.pk}, **siapa)
    lain = pohon.tambah(
        induk=jalur["SASARAN"], jenjang=Jenjang.PROGRAM, nama="Program Penunjang", **siapa
    )
    akun = buat_pengguna("operator")
    Keanggotaan.objects.create(
        pengguna=akun, perangkat_daerah=dinas, peran=Peran.OPERATOR, unit=unit
    )
    client.force_login(akun)

    html = halaman(client, pohon, milik="1")

    assert f'id="s{lain.pk}" hidden' in html
    assert tampak(client, pohon, milik="1") == [*jalur]
    assert "Hanya kotak milik saya (Bidang Rehabilitasi): 3 dari 6." in html
    assert html.count(" data-c class") == 3  # what is above is shown, and is not theirs


def test_a_position_has_the_boxes_it_answers_for_while_it_is_held(client, pohon, jalur, siapa):
    jabatan = Jabatan.objects.create(
        perangkat_daerah=pohon.perangkat_daerah, jenis="ADMINISTRATOR", nama="Kepala Bidang"
    )
    pegawai = Pegawai.objects.create(nama="Pejabat Bidang", nip="197001011990011001")
    menjabat = Pejabat.objects.create(jabatan=jabatan, pegawai=pegawai, mulai=date(2020, 1, 1))
    pohon.tugaskan(jalur["KEGIATAN"], jabatan, PeranTugas.PENANGGUNG_JAWAB, **siapa)
    akun = buat_pengguna("pejabat", Peran.PEJABAT, di=pohon.perangkat_daerah)
    Pengguna.objects.filter(pk=akun.pk).update(pegawai=pegawai)
    client.force_login(akun)

    assert tampak(client, pohon, milik="1") == [*jalur][:4]
    Pejabat.objects.filter(pk=menjabat.pk).update(selesai=date(2021, 1, 1))
    assert tampak(client, pohon, milik="1") == []


def test_who_has_nothing_is_not_asked(masuk, pohon, jalur):
    assert 'name="milik"' not in halaman(masuk, pohon)


def test_a_change_marks_its_box_whatever_row_it_is_in(pohon, jalur, siapa, perencana):
    kegiatan, sub = jalur[Jenjang.KEGIATAN], jalur[Jenjang.SUB_KEGIATAN]
    indikator = pohon.tambah_indikator(kegiatan, teks="Persentase", **siapa)
    dulu = pohon.versi
    nanti = {"oleh": perencana, "pada": NANTI}

    pohon.isi_target(indikator, "5", tahun=2025, **nanti)
    pohon.isi_pagu(sub, "1.000", tahun=2025, **nanti)
    assert uid_berubah(pohon.pk, sesudah=dulu) == {str(indikator.uid), str(sub.uid)}

    pohon.hapus_indikator(indikator, **nanti)
    assert str(kegiatan.uid) in uid_berubah(pohon.pk, sejak=NANTI)
    assert uid_berubah(pohon.pk, sejak=NANTI + timedelta(days=1)) == frozenset()
    assert uid_berubah(pohon.pk, bukan_oleh=perencana.pk) == frozenset()


def test_changed_since_a_date_or_some_days(masuk, pohon, jalur, perencana):
    pohon.ubah(
        jalur["PROGRAM"], {"nama": "Program Baru"}, oleh=perencana,
        pada=timezone.now() - timedelta(days=10),
    )  # fmt: skip
    sampai_program = [*jalur][:3]

    assert tampak(masuk, pohon, sejak="30") == sampai_program
    assert tampak(masuk, pohon, sejak="7") == []
    assert tampak(masuk, pohon, tanggal="2025-02-01") == sampai_program
    assert tampak(masuk, pohon, sejak="2025-01-01") == [*jalur]
    assert "berubah sejak 1 Februari 2025" in halaman(masuk, pohon, sejak="2025-02-01")


def test_since_the_last_visit_tells_what_others_did(masuk, pohon, jalur, perencana, kepala):
    halaman(masuk, pohon)
    assert "kunjungan terakhir" not in halaman(masuk, pohon)
    menit = int(timezone.now().timestamp()) // 60
    akun = Pengguna.objects.get(pk=perencana.pk)
    lalu = akun.tampilannya.berkunjung(str(pohon.pk), Kunjungan(menit - 300, pohon.versi))
    Pengguna.objects.filter(pk=akun.pk).update(tampilan=lalu.simpanan())
    pohon.ubah(jalur["SASARAN"], {"kinerja": "Sendiri"}, oleh=perencana, pada=NANTI)
    pohon.ubah(jalur["PROGRAM"], {"nama": "Rekan"}, oleh=kepala, pada=NANTI)

    html = halaman(masuk, pohon, sejak="kunjungan")

    assert "Sejak kunjungan terakhir saya (" in html
    assert tampak(masuk, pohon, sejak="kunjungan") == [*jalur][:3]
    assert "berubah oleh orang lain sejak kunjungan terakhir saya" in html
    assert html.count(" data-c class") == 1


def test_labels_are_offered_by_kind_and_any_of_them_is_enough(masuk, pohon, jalur, label):
    html = halaman(masuk, pohon)
    assert "<legend>Program unggulan</legend>" in html
    assert "Peduli Lansia (1)" in html

    assert tampak(masuk, pohon, label=label[0].pk) == [*jalur][:3]
    assert tampak(masuk, pohon, label=[satu.pk for satu in label]) == [*jalur][:4]
    kalimat = "Hanya kotak berlabel Peduli Lansia atau Satu Data: 2 dari 5."
    assert kalimat in halaman(masuk, pohon, label=[satu.pk for satu in label])


def test_a_box_of_several_labels_is_one_box(masuk, pohon, jalur, label, siapa):
    baris = Perubahan("label", (str(jalur["PROGRAM"].uid), label[1].pk), None, {})
    pohon.muat([baris], **siapa, ringkasan="Label")

    html = halaman(masuk, pohon)

    assert html.count(f'id="s{jalur["PROGRAM"].pk}"') == 1
    assert "Satu Data (2)" in html


def test_filters_combine_with_each_other_and_with_search(masuk, pohon, jalur, label):
    semua = [satu.pk for satu in label]

    saring = {"label": semua, "cari": "dasar", "temuan": "INDIKATOR_KOSONG"}
    assert tampak(masuk, pohon, **saring) == [*jalur][:4]
    assert tampak(masuk, pohon, **saring | {"cari": "makam"}) == []
    assert tampak(masuk, pohon, label=semua, temuan="PAGU_KOSONG") == []


def test_hidden_rows_are_there_and_can_be_edited(masuk, pohon, jalur):
    html = halaman(masuk, pohon, cari="permakanan")

    assert all(f'id="s{s.pk}"' in html for s in jalur.values())
    assert 'id="simpan"' in html


def test_filters_are_remembered_for_the_kind_of_document(masuk, dinas, pohon, jalur, perencana):
    lain = buat_pohon(dinas, perencana, judul="Belanja wajib")
    lain_jenis = buat_pohon(dinas, perencana, JenisPohon.POHON_KINERJA)
    halaman(masuk, pohon, temuan="PAGU_KOSONG")  # a link from elsewhere
    assert masuk.get(reverse("pohon", args=[pohon.pk])).status_code == 200
    halaman(masuk, pohon, temuan="INDIKATOR_KOSONG", cari="sosial", sejak="7", saring="1")

    lanjut = masuk.get(reverse("pohon", args=[lain.pk]))
    assert (
        lanjut["Location"]
        == f"/pohon/{lain.pk}/?tahun=2025&saring=1&temuan=INDIKATOR_KOSONG&sejak=7"
    )
    assert masuk.get(reverse("pohon", args=[lain_jenis.pk])).status_code == 200
    assert masuk.get(reverse("pohon", args=[lain.pk]), {"tahun": 2026}).status_code == 200

    halaman(masuk, pohon, saring="1")
    assert masuk.get(reverse("pohon", args=[lain.pk])).status_code == 200


def test_a_script_has_its_filters_remembered_too(masuk, pohon, jalur):
    alamat = reverse("pohon-saringan", args=[pohon.pk])
    sebelum = Riwayat.objects.count()

    assert masuk.post(f"{alamat}?temuan=PAGU_KOSONG").status_code == 204
    assert "temuan=PAGU_KOSONG" in masuk.get(reverse("pohon", args=[pohon.pk]))["Location"]
    assert masuk.post(f"{alamat}?saring=1").status_code == 204
    assert masuk.get(reverse("pohon", args=[pohon.pk])).status_code == 200
    assert Riwayat.objects.count() == sebelum
    assert masuk.get(alamat).status_code == 405


def test_other_agencies_and_guests_have_no_filters_here(client, pohon, perencana_lain):
    alamat = reverse("pohon-saringan", args=[pohon.pk])
    assert "/masuk/" in client.post(alamat)["Location"]
    client.force_login(perencana_lain)

    assert client.post(alamat).status_code == 404


def test_findings_link_to_the_filter_with_them_and_without(masuk, pohon, jalur):
    html = halaman(masuk, pohon, temuan="INDIKATOR_KOSONG", cari="sosial")

    dengan_pagu = "?tahun=2025&amp;saring=1&amp;cari=sosial&amp;temuan=INDIKATOR_KOSONG"
    assert f'href="{dengan_pagu}&amp;temuan=PAGU_KOSONG" data-saring="PAGU_KOSONG"' in html
    assert 'href="?tahun=2025&amp;saring=1&amp;cari=sosial" data-saring="INDIKATOR_KOSONG"' in html


def test_groups_without_a_row_take_no_room(masuk, dinas, perencana):
    pohon = buat_pohon(dinas, perencana, judul="Panjang")
    kegiatan = buat_jalur(pohon, perencana)[Jenjang.KEGIATAN]
    isi = [{"jenjang": Jenjang.SUB_KEGIATAN, "nama": f"Layanan {n}"} for n in range(90)]
    Pohon.objects.get(pk=pohon.pk).tambah_deret(
        induk=kegiatan, jenjang=Jenjang.SUB_KEGIATAN, daftar=isi, setelah="", oleh=perencana,
        pada=PADA,
    )  # fmt: skip

    html = halaman(masuk, pohon, cari="layanan 88")

    assert re.findall(r'<tbody role="rowgroup" class="g\d"[^>]*>', html) == [
        '<tbody role="rowgroup" class="g1">',
        '<tbody role="rowgroup" class="g1" hidden>',
        '<tbody role="rowgroup" class="g1">',
    ]


def test_findings_of_the_quality_rules_filter_too(masuk, pohon, jalur, siapa):
    pohon.tambah_indikator(jalur["PROGRAM"], teks="Jumlah laporan", satuan="Laporan", **siapa)

    html = halaman(masuk, pohon)
    kode = re.findall(r'name="temuan" value="(Q\d+)"', html.split("<legend>Kualitas")[1])
    disaring = halaman(masuk, pohon, temuan=kode[0])

    assert f'saring=1" data-saring="{kode[0]}" aria-current="true"' in disaring
    assert 0 < len(TAMPAK.findall(disaring)) < len(jalur)
