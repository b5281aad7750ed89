"""Role, pelaksana and programme lines of a condition: screens, workbook, history, import."""

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from kinerja.aturan.temuan import AturanDilanggar
from kinerja.aturan.terkait import pecah_terkait, tulis_terkait
from kinerja.impor.buku_kerja.isi import susun_isi
from kinerja.impor.potret import potret
from kinerja.isi_pohon import baca_isi
from kinerja.models import Label, Pengaturan, Riwayat, Simpul, SimpulLabel, Unit
from kinerja.pilihan import JenisPohon, Jenjang, PeranKondisi
from tests.factories import PADA, buat_dinas, buat_pohon
from tests.kinerja.sunting_uji import patch

TERKAIT = "Program Rehabilitasi › Rehabilitasi Dasar › Penyediaan Permakanan"


@pytest.fixture
def kondisi(dinas, perencana):
    """Two conditions, one below the other."""
    pohon = buat_pohon(dinas, perencana, JenisPohon.POHON_KINERJA)
    siapa = {"jenjang": Jenjang.KONDISI, "oleh": perencana, "pada": PADA}
    atas = pohon.tambah(induk=pohon.akar(), kinerja="Terlindunginya lansia", **siapa)
    bawah = pohon.tambah(induk=atas, kinerja="Terpenuhinya makan", **siapa)
    return pohon, atas, bawah


def ubah(kondisi, oleh, **isi):
    pohon, _, bawah = kondisi
    return pohon.ubah(bawah, isi, oleh=oleh, pada=PADA)


def test_role_and_programme_lines_are_fields_of_the_box_with_history_and_undo(kondisi, perencana):
    pohon, _, bawah = kondisi

    riwayat = ubah(kondisi, perencana, peran=PeranKondisi.CSF, program_terkait=[TERKAIT])
    bawah.refresh_from_db()
    assert (bawah.peran, bawah.program_terkait) == ("CSF", [TERKAIT])

    pohon.batalkan(riwayat, oleh=perencana, pada=PADA)
    bawah.refresh_from_db()
    assert (bawah.peran, bawah.program_terkait) == ("", [])


def test_only_a_condition_has_a_role_and_one_of_the_list(kondisi, pohon, jalur, perencana):
    with pytest.raises(AturanDilanggar, match="hanya untuk kotak kondisi"):
        pohon.ubah(jalur["PROGRAM"], {"peran": "CSF"}, oleh=perencana, pada=PADA)
    with pytest.raises(AturanDilanggar, match="Outcome, CSF"):
        ubah(kondisi, perencana, peran="LAIN")


@pytest.mark.parametrize("peran", ["CSF", "LAIN"])
def test_the_database_refuses_another_role_too(kondisi, jalur, peran):
    salah = jalur["PROGRAM"] if peran == "CSF" else kondisi[1]
    with pytest.raises(IntegrityError), transaction.atomic():
        Simpul._base_manager.filter(pk=salah.pk).update(peran=peran)


def test_the_drawer_sets_role_unit_and_others_and_the_table_shows_them(
    client, kondisi, dinas, perencana
):
    pohon, _, bawah = kondisi
    unit = Unit.objects.create(perangkat_daerah=dinas, nama="Bidang Lansia")
    client.force_login(perencana)
    rinci = client.get(reverse("simpul-rinci", args=[bawah.pk])).content.decode()
    assert reverse("simpul-peran", args=[bawah.pk]) in rinci

    isi = {"peran-peran": "KONDISI_ANTARA", "peran-unit_id": unit.pk,
           "peran-pengampu_tertulis": "Dinas Kesehatan"}  # fmt: skip
    jawab = client.post(reverse("simpul-peran", args=[bawah.pk]), isi)

    assert jawab.status_code == 302
    assert Riwayat.objects.filter(pohon=pohon).count() == 4
    halaman = client.get(reverse("pohon", args=[pohon.pk])).content.decode()
    assert ">Kondisi antara</span>" in halaman
    assert "· Bidang Lansia, Dinas Kesehatan</span>" in halaman
    assert (
        "Pelaksana lain</dt><dd>Dinas Kesehatan"
        in client.get(reverse("simpul-rinci", args=[bawah.pk])).content.decode()
    )
    diagram = client.get(reverse("pohon-diagram", args=[pohon.pk])).content.decode()
    assert "j-kondisi_antara" in diagram
    assert "Pelaksana: Bidang Lansia, Dinas" in diagram


def test_a_colleagues_role_is_not_overwritten_unseen(client, kondisi, perencana):
    _, _, bawah = kondisi
    ubah(kondisi, perencana, peran="CSF")
    client.force_login(perencana)

    isi = {"peran-peran": "OUTCOME", "initial-peran-peran": ""}
    jawab = client.post(reverse("simpul-peran", args=[bawah.pk]), isi)

    assert jawab.status_code == 409
    bawah.refresh_from_db()
    assert bawah.peran == "CSF"


def test_other_roles_and_other_boxes_have_no_such_form(
    client, kondisi, jalur, evaluator, perencana, perencana_lain
):
    _, _, bawah = kondisi
    alamat = reverse("simpul-peran", args=[bawah.pk])
    for siapa, status in ((evaluator, 403), (perencana_lain, 404)):
        client.force_login(siapa)
        assert client.post(alamat, {"peran-peran": "CSF"}).status_code == status
    client.force_login(perencana)
    bukan = reverse("simpul-peran", args=[jalur["PROGRAM"].pk])
    assert client.post(bukan, {"peran-peran": "CSF"}).status_code == 422
    assert (
        "simpul-peran"
        not in client.get(reverse("simpul-rinci", args=[jalur["PROGRAM"].pk])).content.decode()
    )


def test_the_pemda_has_its_own_words_for_roles(client, kondisi, dinas, perencana):
    Pengaturan.objects.create(pemda=dinas.pemda, label_jenjang={"CSF": "Faktor kunci"}, versi=2)
    ubah(kondisi, perencana, peran="CSF")
    client.force_login(perencana)

    pohon, _, bawah = kondisi
    assert ">Faktor kunci</span>" in client.get(reverse("pohon", args=[pohon.pk])).content.decode()
    isian = client.get(reverse("simpul-ubah", args=[bawah.pk])).content.decode()
    assert "Faktor kunci</option>" in isian


def test_the_workbook_takes_role_and_programme_lines_along(kondisi, perencana):
    pohon, _, bawah = kondisi
    ubah(kondisi, perencana, peran="KONDISI_OPERASIONAL", program_terkait=[TERKAIT, "Program B"])

    baris = susun_isi(potret(pohon)).lembar["pohon"][str(bawah.uid)]

    assert baris["peran"] == "Kondisi operasional"
    assert baris["terkait"] == f"{TERKAIT}\nProgram B"


def test_the_diagram_prints_program_kegiatan_and_sub_kegiatan_under_the_box(kondisi, perencana):
    pohon, _, bawah = kondisi
    ubah(kondisi, perencana, program_terkait=[TERKAIT])

    simpul = next(s for s in baca_isi(pohon, tahun=2025).simpul if s.id == bawah.pk)

    assert [p for t in simpul.terkait for p in pecah_terkait(t)] == [
        ("Program", "Program Rehabilitasi"),
        ("Kegiatan", "Rehabilitasi Dasar"),
        ("Sub Kegiatan", "Penyediaan Permakanan"),
    ]


@pytest.mark.parametrize(
    ("isi", "teks"),
    [
        ({"program": "A", "kegiatan": "B", "sub_kegiatan": "C"}, "A › B › C"),
        ({"program": "A", "kegiatan": "", "sub_kegiatan": "C"}, "A › - › C"),
        ({"program": " A  b ", "kegiatan": "", "sub_kegiatan": ""}, "A b"),
        ({}, ""),
    ],
)
def test_a_programme_line_goes_to_text_and_back(isi, teks):
    assert tulis_terkait(isi) == teks
    nama = [" ".join(n.split()) for n in isi.values() if n]
    assert [n for _, n in pecah_terkait(teks)] == nama


def test_agencies_carry_a_condition_beside_the_unit(client, kondisi, perencana, perencana_lain):
    pohon, _, bawah = kondisi
    lain = perencana_lain.daftar_keanggotaan()[0].perangkat_daerah
    alamat = reverse("simpul-pelaksana", args=[bawah.pk])
    kirim = {"pelaksana-perangkat_daerah": lain.pk}
    client.force_login(perencana)

    assert client.post(alamat, kirim).status_code == 302
    assert f"· {lain}</span>" in client.get(reverse("pohon", args=[pohon.pk])).content.decode()
    diagram = client.get(reverse("pohon-diagram", args=[pohon.pk])).content.decode()
    assert "Pelaksana: Dinas" in diagram
    rinci = client.get(reverse("simpul-rinci", args=[bawah.pk])).content.decode()
    assert f'aria-label="Lepas {lain}"' in rinci
    riwayat = Riwayat.objects.filter(pohon=pohon).latest("nomor")
    assert riwayat.ringkasan == f"{lain} menjadi pelaksana kondisi “Terpenuhinya makan”"

    pohon.batalkan(riwayat, oleh=perencana, pada=PADA)
    assert list(bawah.pengampu.all()) == []
    client.post(alamat, kirim)
    assert client.post(alamat, kirim | {"lepas": "1"}).status_code == 302
    assert list(bawah.pengampu.all()) == []
    assert client.post(alamat, {"pelaksana-perangkat_daerah": "0"}).status_code == 422
    client.force_login(perencana_lain)
    assert client.post(alamat, kirim).status_code == 404


def test_several_labels_and_agencies_of_one_box_do_not_multiply(kondisi, dinas, perencana):
    pohon, _, bawah = kondisi
    for nama in ("A", "B"):
        label = Label.objects.create(perangkat_daerah=dinas, jenis="SPM", nama=nama)
        SimpulLabel.objects.create(simpul=bawah, label=label)
        pohon.ampu(bawah, buat_dinas(dinas.pemda, f"Dinas {nama}", nama), oleh=perencana, pada=PADA)

    isi = baca_isi(pohon, tahun=2025).simpul
    assert [len(s.label) for s in isi] == [0, 2]
    assert isi[1].pelaksana == "Dinas A, Dinas B"


def test_the_role_is_a_cell_of_the_table(client, kondisi, dinas, perencana):
    pohon, _, bawah = kondisi
    Pengaturan.objects.update_or_create(
        pemda=dinas.pemda, defaults={"label_jenjang": {"CSF": "Faktor kunci"}}
    )
    client.force_login(perencana)
    halaman = client.get(reverse("pohon", args=[pohon.pk])).content.decode()
    assert '<th role="columnheader" class="peran">Peran</th>' in halaman
    assert "Faktor kunci&quot;" in halaman.split("data-peran=")[1][:200]

    def sunting(lama, baru):
        return patch(client, f"/simpul/{bawah.pk}/", medan="peran", lama=lama, baru=baru)

    baris = sunting("", "faktor KUNCI").json()["baris"][str(bawah.pk)]
    assert '<td role="gridcell" class="peran">Faktor kunci</td>' in baris
    assert sunting("", "OUTCOME").status_code == 409
    assert sunting("Faktor kunci", "Kondisi antara").status_code == 200
    ditolak = sunting("Kondisi antara", "Dampak")
    assert (ditolak.status_code, "Outcome, CSF" in ditolak.content.decode()) == (422, True)
    bawah.refresh_from_db()
    assert bawah.peran == "KONDISI_ANTARA"
    akhir = Riwayat.objects.filter(pohon=pohon).latest("nomor")
    pohon.refresh_from_db()
    pohon.batalkan(akhir, oleh=perencana, pada=PADA)
    bawah.refresh_from_db()
    assert bawah.peran == "CSF"


def test_a_cascading_has_no_cell_of_roles(client, pohon, jalur, perencana):
    client.force_login(perencana)
    halaman = client.get(reverse("pohon", args=[pohon.pk])).content.decode()
    assert 'class="peran"' not in halaman
    assert "data-peran" not in halaman
    program = jalur["PROGRAM"]
    jawab = patch(client, f"/simpul/{program.pk}/", medan="peran", lama="", baru="CSF")
    assert jawab.status_code == 422
