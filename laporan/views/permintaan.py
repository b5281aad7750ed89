"""The request of somebody who is logged in; the middleware sees to that."""

from django.http import HttpRequest

from kinerja.models import Pengguna


class Permintaan(HttpRequest):
    """For annotations: behind ``@untuk`` the user is never anonymous."""

    user: Pengguna
