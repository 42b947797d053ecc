"""Texts written for these tests, as snapshots."""

import hashlib

from foedus.sources.snapshot import Metadata, Snapshot, Stated


def snapshot_of_text(
    text: str, language: str | None = None, published: str | None = None
) -> Snapshot:
    checksum = hashlib.sha256(text.encode()).hexdigest()
    return Snapshot(
        id=f"d-{checksum[:12]}",
        name="written.txt",
        media_type="text/plain",
        checksum=checksum,
        text=text,
        origin_of=((0, "byte 0"),),
        metadata=Metadata(
            language=Stated(language, "recognised") if language else None,
            published=Stated(published, "beside") if published else None,
        ),
    )
