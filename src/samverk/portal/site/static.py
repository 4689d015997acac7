"""Where templates find styles, scripts and pictures."""

from whitenoise.storage import CompressedManifestStaticFilesStorage


class HashedStaticFiles(CompressedManifestStaticFilesStorage):
    """Names that carry a hash of the content once `collectstatic` has run, plain names until then."""

    def stored_name(self, name: str) -> str:
        return super().stored_name(name) if self.hashed_files else name
