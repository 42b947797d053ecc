"""Invented lines of GDELT, and files of them."""

import zipfile
from pathlib import Path

from foedus.reading.datasets.gdelt import FIELDS, WIDTHS

EVENT = {
    "GLOBALEVENTID": "1",
    "SQLDATE": "20240619",
    "MonthYear": "202406",
    "Year": "2024",
    "FractionDate": "2024.4658",
    "Actor1Code": "RUSGOV",
    "Actor1Name": "RUSSIA",
    "Actor1CountryCode": "RUS",
    "Actor2Code": "PRK",
    "Actor2Name": "NORTH KOREA",
    "Actor2CountryCode": "PRK",
    "IsRootEvent": "1",
    "EventCode": "042",
    "EventBaseCode": "042",
    "EventRootCode": "04",
    "QuadClass": "1",
    "GoldsteinScale": "1.9",
    "NumMentions": "4",
    "NumSources": "1",
    "NumArticles": "4",
    "AvgTone": "-1.25",
    "ActionGeo_Type": "4",
    "ActionGeo_FullName": "Pyongyang, P'yongyang-si, North Korea",
    "ActionGeo_CountryCode": "KN",
    "ActionGeo_Lat": "39.0194",
    "ActionGeo_Long": "125.755",
    "DATEADDED": "20240619120000",
    "SOURCEURL": "https://news.example/1",
}


def line(number: int = 1, width: int = len(FIELDS), **fields: str) -> str:
    """Return one line: an event like `EVENT`, but for the fields given."""
    told = EVENT | {"GLOBALEVENTID": str(number)} | fields
    return "\t".join(told.get(name, "") for name in WIDTHS[width])


def text_file(folder: Path, name: str, *lines: str | bytes, end: str = "\n") -> Path:
    """Return a new file of these lines."""
    written = [one if isinstance(one, bytes) else one.encode() for one in lines]
    path = folder / name
    path.write_bytes(b"".join(one + end.encode() for one in written))
    return path


def packed(path: Path) -> Path:
    """Return the file in a ZIP beside it, as GDELT publishes it."""
    place = path.with_name(f"{path.name}.zip")
    with zipfile.ZipFile(place, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.write(path, path.name)
    return place
