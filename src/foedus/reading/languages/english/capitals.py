"""How English places things in a city."""

import re

from foedus.reading.capitals import Placing

__all__ = ["PLACING"]

_TRAVEL = (
    r"(?:travel|visit|trip|journey|flight|drive|way|return|route|train|arriv|invit|mov|relocat|"
    r"evacuat)\w*|fl(?:y|ies|ew|own|ying)|go|goes|went|going|gone|com(?:e|es|ing)|came|back"
)
_REACHED = (
    r"str(?:uck|ikes?|iking)|hits?|shell(?:ed|ing)|bomb(?:ed|ing)|bombard\w*|reach(?:ed|ing)?|left|"
    r"leave|leaving|captur\w+|seiz\w+|besieg\w+|enter(?:ed|ing)?|visit(?:s|ed|ing)?|tour(?:ed|ing)|"
    r"defend(?:ed|ing)?|attack(?:ed|ing)?|capital|capital,|onto"
)
_SEATED = (
    r"regime|government|authorities|leadership|leaders?|officials?|rulers|junta|ministry|"
    r"ministries|"
    r"policymakers|decision-makers|administration"
)
_LOCATED = (
    r"city|capital|streets|suburbs?|outskirts|mayor|people|residents|centre|center|"
    r"university|heart|"
    r"north|south|east|west|northeast|northwest|southeast|southwest|region|battle|siege|port|"
    r"[Ss]ummit|[Cc]onference|[Tt]reaty|[Pp]act|[Dd]eclaration|[Pp]rotocol|[Mm]emorandum|"
    r"[Cc]onvention|Peace"
)
_PLACED = (
    r"[Ss]ummits?|[Cc]onference|[Dd]eclaration|[Tt]reaty|[Aa]greements?|[Aa]ccords?|[Pp]rotocols?|"
    r"[Mm]emorandum|[Pp]rocess|[Pp]act|[Cc]onvention|airport|[Uu]niversity|[Ss]tock [Ee]xchange|"
    r"suburbs?|region|population|residents?|neighbou?rhoods?|buildings?|hospitals?|hotels?|[Mm]etro|[Ss]ubway|streets?|office|bureau|meeting|talks|Olympics|Charter|"
    r"Principles|"
    r"Consensus|[Dd]ialogue"
)
_MONTHS = (
    r"January|February|March|April|May|June|July|August|September|October|November|December|"
    r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\."
)
PLACING = Placing(
    locative=re.compile(
        r"(?:\b(?:[Ii]n|[Aa]t|[Nn]ear|[Oo]utside|[Ii]nside|[Aa]round|[Oo]ver|[Aa]cross|"
        r"[Tt]hroughout|"
        rf"[Ww]ithin|[Vv]ia|not far from)|\b(?:{_TRAVEL})(?: \w+){{0,3}}? (?:to|from|for)"
        rf"|\b(?:ambassadors?|envoys?|embassy|embassies) to|\b(?:{_REACHED}))"
        r" (?:central |downtown |greater |(?:north|south)?-?(?:east|west)(?:ern)? |north(?:ern)? |"
        r"south(?:ern)? )?$"
    ),
    dative=re.compile(rf"\b(?:{_SEATED}) in $", re.IGNORECASE),
    located=re.compile(rf"\b(?:{_LOCATED}) of $"),
    placed=re.compile(
        rf"^(?:-based\b| (?:{_PLACED})\b|, D\.?C\.?| ?[–—] | - (?=[A-Z])"
        r"| \((?:Reuters|AP|AFP|Yonhap|TASS|CNN|KCNA|Xinhua|Kyodo)\)"
        rf"|, (?:\d{{1,2}} )?(?:{_MONTHS})(?:\W|$))"
    ),
)
