"""Static files under names that carry their fingerprint, also where modules import each other."""

from django.contrib.staticfiles.storage import HashedFilesMixin
from whitenoise.storage import CompressedManifestStaticFilesStorage


class StatisBersidik(CompressedManifestStaticFilesStorage):
    """Rewrites the paths in ``import`` too, of our own modules.

    Else a module asks for its neighbour's plain name, which a browser may have kept from the
    release before. Scripts of packages name things in ``import`` that are no files here.
    """

    support_js_module_import_aggregation = True
    _js_module_import_aggregation_patterns = (
        "js/*.js",
        HashedFilesMixin._js_module_import_aggregation_patterns[1],  # type: ignore[attr-defined]
    )
