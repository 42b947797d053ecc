"""One theme for all charts: colours by what they mean, type, and how much air is left.

Hues are those of Okabe and Ito, *Color Universal Design* (2008), darkened where they carry text.
The page owns the colours: a drawing is made with the light ones, and each is then replaced by the
CSS variable of the same name, so that one drawing serves light, dark and paper. Hence every value
here must differ from all others.
"""

from typing import Any

__all__ = ["CONFIG", "HATCH", "LIGHT", "SANS", "tone_colours"]

LIGHT = {
    "paper": "#fbfaf6",
    "ink": "#1d1c1a",
    "ink2": "#4f4c45",
    "ink3": "#69655c",
    "rule": "#cfcabd",
    "hair": "#e6e2d7",
    "link": "#004f86",
    "coop": "#0072b2",
    "coop2": "#7fb2d2",
    "conf": "#d55e00",
    "cont": "#a23c78",
    "contF": "#bf6a9a",
    "may": "#00805e",
    "unk": "#8f8a7e",
    "soft": "#bcd8e8",
    "softc": "#f1cdb2",
    "softn": "#dedad0",
    "band": "#f0dce7",
    "exp": "#e9e5d9",
    "lvl": "#e4e0d4",
}
# A fill that stands for the hatching of what nobody covers; Vega knows no patterns.
HATCH = "#d9d5ca"
# Names with a digit ("Source Sans 3") would need quotes that the PNG renderer does not read.
SANS = "Source Sans Pro, Carlito, Calibri, Segoe UI, Noto Sans, sans-serif"

CONFIG: dict[str, Any] = {
    "background": LIGHT["paper"],
    "font": SANS,
    "padding": 0,
    "view": {"stroke": None},
    "concat": {"spacing": 34},
    "axis": {
        "labelFontSize": 12.5,
        "labelColor": LIGHT["ink3"],
        "labelFont": SANS,
        "titleFontSize": 12.5,
        "titleFontWeight": "normal",
        "titleColor": LIGHT["ink3"],
        "titleFont": SANS,
        "domainColor": LIGHT["ink3"],
        "tickColor": LIGHT["ink3"],
        "gridColor": LIGHT["hair"],
        "labelPadding": 5,
        "tickSize": 5,
    },
    "axisY": {"domain": False, "ticks": False, "titleAngle": 0, "titleAlign": "left"},
    "text": {"fontSize": 13, "font": SANS, "color": LIGHT["ink"]},
    "rule": {"color": LIGHT["rule"]},
    "legend": {"disable": True},
}


def tone_colours() -> dict[str, tuple[str, str]]:
    """Return, for each tone of a mark, its full colour and the soft one for what is uncertain."""
    return {
        "cooperation": (LIGHT["coop"], LIGHT["soft"]),
        "conflict": (LIGHT["conf"], LIGHT["softc"]),
        "neutral": (LIGHT["ink2"], LIGHT["softn"]),
        "contested": (LIGHT["contF"], LIGHT["band"]),
    }
