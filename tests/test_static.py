"""Static files: compressed once, and never half."""

from diplomacy.static import CompressOnce

CSS = "p { color: black }\n" * 100


def test_a_file_is_compressed_both_ways(tmp_path):
    (tmp_path / "base.1234.css").write_text(CSS)
    CompressOnce(quiet=True).compress(str(tmp_path / "base.1234.css"))
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "base.1234.css",
        "base.1234.css.br",
        "base.1234.css.gz",
    ]


def test_a_file_that_is_compressed_is_left_alone(tmp_path):
    (tmp_path / "base.1234.css").write_text(CSS)
    (tmp_path / "base.1234.css.gz").write_bytes(b"as it was")
    assert CompressOnce(quiet=True).compress(str(tmp_path / "base.1234.css")) == []
    assert (tmp_path / "base.1234.css.gz").read_bytes() == b"as it was"
