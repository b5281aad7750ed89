"""Static files under names that carry their fingerprint, also where modules import each other."""

from whitenoise.storage import CompressedManifestStaticFilesStorage


class StatisBersidik(CompressedManifestStaticFilesStorage):
    """Rewrites the paths in ``import`` too.

    Else a module asks for its neighbour's plain name, which a browser may have kept from the
    release before.
    """

    support_js_module_import_aggregation = True
