"""What forms say about a field that may stay empty, and what they choose beforehand."""

import pytest
from django.urls import reverse

from kinerja.forms.impor import UnggahForm
from kinerja.forms.jabatan import JabatanForm, TunjukForm
from kinerja.forms.lembaga import LembagaForm, UnitForm
from kinerja.forms.nomenklatur import NomenklaturForm
from kinerja.forms.simpul import TambahForm
from kinerja.models import BidangUrusan, Pohon
from kinerja.pilihan import JenisPohon, Jenjang
from tests.factories import PADA

BOLEH_KOSONG = "(boleh kosong)"


def medan(form, nama) -> str:
    return str(form[nama].as_field_group())


def test_of_person_and_name_one_is_asked_for(dinas):
    form = TunjukForm(lembaga=dinas)

    for nama in ("pegawai", "nama"):
        assert "(isi salah satu)" in medan(form, nama)
        assert BOLEH_KOSONG not in medan(form, nama)
    assert BOLEH_KOSONG in medan(form, "nip")


def test_a_new_version_needs_its_code(db):
    form = NomenklaturForm()

    assert "(wajib untuk versi baru)" in medan(form, "kode")
    assert BOLEH_KOSONG not in medan(form, "kode") + medan(form, "tahun_mulai")
    assert BOLEH_KOSONG in medan(form, "nama")


@pytest.mark.parametrize("data", [None, {"tujuan": "BARU"}, {"tujuan": "ADA"}])
def test_halves_of_the_upload_are_required_where_they_are_seen(perencana, data):
    form = UnggahForm(data, pengguna=perencana)

    for nama in ("periode", "jenis_pohon", "pohon"):
        assert BOLEH_KOSONG not in medan(form, nama)
    assert BOLEH_KOSONG in medan(form, "judul")


def test_an_optional_group_of_boxes_says_so(db):
    BidangUrusan.objects.create(kode="1.06", nama="Sosial")

    isi = medan(LembagaForm(luas=True), "bidang_urusan")

    assert "<legend>Bidang urusan" in isi
    assert BOLEH_KOSONG in isi.partition("</legend>")[0]


@pytest.mark.parametrize("kelas", [JabatanForm, UnitForm])
def test_the_kind_is_chosen_not_preset(dinas, kelas):
    form = kelas({"nama": "Bidang A", "jenis": ""}, lembaga=dinas)

    assert form.fields["jenis"].choices[0][0] == ""
    assert "jenis" in form.errors


def awal(pohon, induk, **lain):
    return TambahForm(pohon=pohon, induk=induk, **lain)["jenjang"].initial


def test_an_agency_starts_with_its_tujuan(pohon, jalur):
    assert awal(pohon, pohon.akar()) == Jenjang.TUJUAN
    assert awal(pohon, jalur[Jenjang.SASARAN]) == Jenjang.PROGRAM


def test_the_pemda_and_an_rpjmd_start_with_the_visi(pohon):
    rpjmd = Pohon(perangkat_daerah=pohon.perangkat_daerah, jenis=JenisPohon.RPJMD)
    pemda = Pohon(perangkat_daerah=pohon.perangkat_daerah.pemda, jenis=JenisPohon.CASCADING)

    assert {awal(p, pohon.akar()) for p in (rpjmd, pemda)} == {Jenjang.VISI}


def test_next_to_a_box_its_level_is_preset(client, perencana, pohon):
    siapa = {"oleh": perencana, "pada": PADA}
    misi = pohon.tambah(induk=pohon.akar(), jenjang=Jenjang.MISI, kinerja="Misi", **siapa)
    client.force_login(perencana)

    jawaban = client.get(reverse("simpul-baru", args=[pohon.pk]) + f"?setelah={misi.pk}")

    assert f'<option value="{Jenjang.MISI}" selected>' in jawaban.content.decode()
