"""The health page that a proxy, a container or the demo asks whether the application works."""

from django.db import DatabaseError, connection
from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from kinerja.akses import SIAPA_SAJA, untuk


@require_safe
@never_cache
@untuk(SIAPA_SAJA)
def sehat(request: HttpRequest) -> JsonResponse:
    """200 when the database answers, 503 when it does not; nothing else is told."""
    try:
        with connection.cursor() as kursor:
            kursor.execute("SELECT 1")
    except DatabaseError:
        return JsonResponse({"basis_data": False}, status=503)
    return JsonResponse({"basis_data": True})
