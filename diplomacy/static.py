"""Static files under names that carry a hash of their content, compressed once."""

import os
from pathlib import Path
from tempfile import NamedTemporaryFile

from whitenoise.compress import Compressor
from whitenoise.storage import CompressedManifestStaticFilesStorage


class CompressOnce(Compressor):
    """Leaves alone what is compressed already: a start that changes nothing takes no seconds for it.

    This holds only for names that change with the content, see WHITENOISE_KEEP_ONLY_HASHED_FILES.
    """

    def compress(self, path: str) -> list[str]:
        return [] if Path(f"{path}.gz").exists() else super().compress(path)

    def write_data(self, path: str, data: bytes, suffix: str, stat_result: os.stat_result) -> str:
        """Write the compressed file whole or not at all: a half one would never be mended."""
        target = Path(f"{path}{suffix}")
        with NamedTemporaryFile(dir=target.parent, delete=False) as file:
            file.write(data)
        Path(file.name).chmod(stat_result.st_mode & 0o777)
        os.utime(file.name, (stat_result.st_atime, stat_result.st_mtime))
        return str(Path(file.name).replace(target))


class StaticStorage(CompressedManifestStaticFilesStorage):
    """WhiteNoise's storage, with `CompressOnce`."""

    def create_compressor(self, **options: object) -> Compressor:
        return CompressOnce(**options)
