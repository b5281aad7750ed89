"""Links between conditions and components: verb, editions, money once, suggestions, screens."""

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from cascading.aturan.kerangka import Kondisi, susun_kerangka
from cascading.aturan.saran_tautan import saran_tautan
from cascading.kerangka_cascading import buat_kerangka
from cascading.models import Tautan
from cascading.tautan_dokumen import pagu_tertaut, tautan_dokumen
from kinerja.aturan.temuan import AturanDilanggar
from kinerja.ikut_terhapus import ikut_terhapus
from kinerja.models import Riwayat, Simpul
from kinerja.pilihan import Jenjang
from tests.factories import PADA, buat_dinas, buat_pemda, buat_pohon


def test_links_are_one_event_in_the_history_and_once_only(kondisi, jalur, pasang, dinas):
    pasang((kondisi[4], jalur["SUB_KEGIATAN"]), (kondisi[3], jalur["KEGIATAN"]))

    riwayat = Riwayat.objects.filter(perangkat_daerah=dinas, pohon=None).latest("nomor")
    assert riwayat.kata_kerja == "tautan"
    assert len(riwayat.perubahan) == 2
    assert "“Tersalurkannya permakanan” dihubungkan dengan “Penyediaan Permakanan”" in str(
        riwayat.ringkasan
    )
    pasang((kondisi[4], jalur["SUB_KEGIATAN"]))
    assert Tautan.objects.count() == 2
    assert Riwayat.objects.filter(perangkat_daerah=dinas, pohon=None).count() == riwayat.nomor


def test_a_link_taken_away_is_gone_and_recorded(kondisi, jalur, pasang, perencana, dinas):
    pasang((kondisi[4], jalur["SUB_KEGIATAN"]))

    Tautan.lepas(kondisi[4], jalur["SUB_KEGIATAN"], oleh=perencana, pada=PADA)

    assert not Tautan.objects.exists()
    terakhir = Riwayat.objects.filter(perangkat_daerah=dinas, pohon=None).latest("nomor")
    assert "dilepas dari" in terakhir.ringkasan
    with pytest.raises(AturanDilanggar, match="sudah dilepas"):
        Tautan.lepas(kondisi[4], jalur["SUB_KEGIATAN"], oleh=perencana, pada=PADA)


def test_only_conditions_with_components_of_the_same_pemda(kondisi, jalur, pasang, perencana):
    with pytest.raises(AturanDilanggar, match="harus kondisi"):
        pasang((jalur["PROGRAM"], kondisi[0]))
    with pytest.raises(AturanDilanggar, match="pemda yang sama"):
        pasang((kondisi[0], kondisi[1]))
    asing = buat_pohon(
        buat_dinas(buat_pemda(nama="Kabupaten Lain", kode="63.01"), kode="63.01.1.06"), perencana
    )
    isi = {"jenjang": Jenjang.TUJUAN, "kinerja": "Tujuan asing", "oleh": perencana, "pada": PADA}
    with pytest.raises(AturanDilanggar, match="pemda yang sama"):
        pasang((kondisi[0], asing.tambah(induk=asing.akar(), **isi)))


def test_the_database_takes_a_link_once(kondisi, jalur, pasang, dinas):
    pasang((kondisi[4], jalur["SUB_KEGIATAN"]))
    kembar = Tautan(
        perangkat_daerah=dinas,
        kondisi_uid=kondisi[4].uid,
        komponen_uid=jalur["SUB_KEGIATAN"].uid,
    )

    with pytest.raises(IntegrityError), transaction.atomic():
        Tautan.objects.bulk_create([kembar])


def test_a_new_edition_keeps_its_links(kondisi, jalur, pasang, pohon, perencana, kepala):
    pasang((kondisi[4], jalur["SUB_KEGIATAN"]))
    type(pohon).objects.filter(pk=pohon.pk).update(status="DISETUJUI")
    pohon.refresh_from_db()
    baru = pohon.buka_perubahan(oleh=perencana, pada=PADA)

    milik = tautan_dokumen(baru).milik
    assert [s.pk for s in milik[jalur["SUB_KEGIATAN"].uid]] == [kondisi[4].pk]
    (di,) = tautan_dokumen(kondisi[4].pohon).milik[kondisi[4].uid]
    assert di.pohon_id == pohon.pk  # the approved edition is in force
    type(pohon).objects.filter(pk=baru.pk).update(status="DISETUJUI")
    (di,) = tautan_dokumen(kondisi[4].pohon).milik[kondisi[4].uid]
    assert di.pohon_id == baru.pk


def test_a_sub_kegiatan_that_serves_four_conditions_counts_once(
    isi_pagu, kondisi, jalur, pasang, pohon, perencana
):
    isi_pagu()
    pasang(*((kondisi[n], jalur["SUB_KEGIATAN"]) for n in (2, 3, 4, 5)))
    pasang((kondisi[3], jalur["PROGRAM"]))  # above the same money

    pagu = pagu_tertaut(tautan_dokumen(kondisi[0].pohon), tahun=2025)

    assert pagu.jumlah == 1_500_000
    assert {pagu.menurut[k.uid] for k in kondisi} == {1_500_000}


def test_the_diagram_shows_programme_lines_and_money_once(
    isi_pagu, client, kondisi, jalur, pasang, pohon, perencana
):
    isi_pagu()
    pasang(*((kondisi[n], jalur["SUB_KEGIATAN"]) for n in (3, 4, 5)))
    client.force_login(perencana)
    alamat = reverse("pohon-diagram", args=[kondisi[0].pohon_id])

    html = client.get(alamat, {"tahun": 2025}).content.decode()

    assert html.count(">Rp 1.500.000</text>") == 6
    assert html.count(">Program: Program Rehabilitasi") == 3
    assert html.count(">Sub Kegiatan: Penyediaan") == 3
    isi_pagu("2.000.000")
    assert ">Rp 2.000.000</text>" in client.get(alamat, {"tahun": 2025}).content.decode()


def test_similar_wording_is_proposed_and_a_written_programme_line_leads():
    komponen = [
        ("Penyediaan Permakanan", "Tersedianya permakanan bagi lansia"),
        ("Penyediaan Sandang", "Tersedianya sandang"),
        ("Fasilitasi Bantuan Sosial Kesejahteraan Keluarga", ""),
    ]

    assert saran_tautan("Tersedianya permakanan lansia", [], komponen)[0][0] == 0
    tertulis = ["Program › Kegiatan › Fasilitasi bantuan sosial kesejahteraan keluarga"]
    assert saran_tautan("Tersedianya bantuan", tertulis, komponen)[0] == (2, 100.0)
    assert saran_tautan("Meningkatnya kunjungan wisata", [], komponen) == []


def test_deleting_a_branch_says_how_many_links_go(kondisi, jalur, pasang):
    pasang((kondisi[4], jalur["SUB_KEGIATAN"]), (kondisi[3], jalur["KEGIATAN"]))

    kondisi[2].refresh_from_db()

    assert ikut_terhapus(kondisi[2]).kaitan == ("2 tautan dengan kotak cascading",)
    assert ikut_terhapus(jalur["SUB_KEGIATAN"]).kaitan == ("1 tautan dengan kondisi pohon kinerja",)


# --- skeleton ---


def test_roles_become_levels_and_what_does_not_fit_is_told():
    def k(uid, induk, peran, **lain):
        return Kondisi(uid, induk, peran, **lain)

    kerangka = susun_kerangka(
        [
            k("a", "", "OUTCOME"),
            k("b", "a", "CSF"),
            k("c", "b", "KONDISI_ANTARA"),
            k("d", "c", "KONDISI_ANTARA"),
            k("e", "d", ""),
            k("f", "e", "KONDISI_OPERASIONAL"),
            k("g", "b", "KONDISI_ANTARA", komponen="lama", jenjang="PROGRAM"),
            k("h", "g", "KONDISI_OPERASIONAL"),
            k("i", "a", "KONDISI_OPERASIONAL"),
        ]
    )

    dibuat = {s.kondisi: (s.jenjang, s.induk_komponen or s.induk_kondisi) for s in kerangka.langkah}
    assert dibuat == {
        "a": ("TUJUAN", ""),
        "b": ("SASARAN", "a"),
        "c": ("PROGRAM", "b"),
        "d": ("KEGIATAN", "c"),
        "f": ("SUB_KEGIATAN", "d"),
        "h": ("KEGIATAN", "lama"),
    }
    assert kerangka.tanpa_peran == ("e",)
    assert kerangka.tak_cocok == ("i",)


def test_the_skeleton_is_made_linked_and_undone_with_one_event(kondisi, pohon, perencana):
    kondisi[1].pohon.tambah_indikator(
        kondisi[1], teks="Persentase beban", satuan="Persen", oleh=perencana, pada=PADA
    )

    hasil = buat_kerangka(kondisi[0].pohon, pohon, oleh=perencana, pada=PADA)

    assert hasil.dibuat == "1 tujuan, 1 sasaran, 1 program, 1 kegiatan, 1 sub kegiatan"
    assert (hasil.tanpa_peran, hasil.tak_cocok) == (1, 0)
    sub = Simpul.objects.get(pohon=pohon, jenjang=Jenjang.SUB_KEGIATAN)
    assert sub.kinerja == "Tersalurkannya permakanan"
    assert sub.induk.induk.jenjang == Jenjang.PROGRAM
    sasaran = Simpul.objects.get(pohon=pohon, jenjang=Jenjang.SASARAN)
    assert [i.teks for i in sasaran.indikator.all()] == ["Persentase beban"]
    assert len(tautan_dokumen(kondisi[0].pohon).milik) == 5
    with pytest.raises(AturanDilanggar, match="Tidak ada komponen"):
        buat_kerangka(kondisi[0].pohon, pohon, oleh=perencana, pada=PADA)

    pohon.refresh_from_db()
    event = Riwayat.objects.get(pohon=pohon, nomor=pohon.versi)
    pohon.batalkan(event, oleh=perencana, pada=PADA)
    assert not Simpul.objects.tampak().filter(pohon=pohon).exists()
    assert tautan_dokumen(kondisi[0].pohon).milik == {}
