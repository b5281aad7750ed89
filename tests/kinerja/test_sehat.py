"""The health page."""

from unittest.mock import patch

import pytest
from django.db import OperationalError, connection


@pytest.mark.django_db
def test_guest_sees_that_the_database_answers(client):
    response = client.get("/sehat/")

    assert response.status_code == 200
    assert response.json() == {"basis_data": True}
    assert "no-store" in response.headers["Cache-Control"]


@pytest.mark.django_db
def test_unreachable_database_is_503_without_details(client):
    with patch.object(connection, "cursor", side_effect=OperationalError("password=rahasia")):
        response = client.get("/sehat/")

    assert response.status_code == 503
    assert response.json() == {"basis_data": False}


def test_health_page_is_only_read(client):
    assert client.post("/sehat/").status_code == 405
