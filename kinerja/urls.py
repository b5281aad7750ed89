"""Addresses of the core."""

from django.urls import path

from kinerja.views.sehat import sehat

urlpatterns = [
    path("sehat/", sehat, name="sehat"),
]
