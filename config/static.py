"""Static files with the hash of their content in their name, so that browsers may keep them for ever."""

from whitenoise.storage import CompressedManifestStaticFilesStorage


class HashedStaticFilesStorage(CompressedManifestStaticFilesStorage):  # type: ignore[misc]  # WhiteNoise has no types
    """Also rewrites the relative imports of our ES modules to the hashed names."""

    support_js_module_import_aggregation = True
