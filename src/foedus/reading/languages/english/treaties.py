"""The English words for treaties and for what they contain."""

import re

from foedus.reading.references.words import TreatyWords

__all__ = ["TREATY_WORDS"]

_NUMBER = r"(?:\d{1,3}|[IVX]{1,5}|One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten)(?:\(\d{1,2}\))*"

_DESCRIBED = (
    "friendship alliance cooperation collaboration assistance mutual partnership strategic "
    "comprehensive defence defense peace non-aggression nonaggression non-proliferation "
    "nonproliferation security collective disarmament arms weapons nuclear free trade "
    "free-trade commerce association accession economic energy military technical political "
    "investment bilateral trilateral tripartite multilateral ceasefire cease-fire armistice "
    "limitation prohibition guarantee guarantees neutrality reunification border grain gas "
    "intelligence intelligence-sharing technology cultural scientific humanitarian interim "
    "framework founding joint final friendly amity understanding reduction test-ban status "
    "forces basing bases sharing exchange prisoners intermediate-range missile missiles "
    "normalization normalisation integration maritime fisheries transit logistics "
    "acquisition cross-servicing good-neighbourliness goodneighbourliness additional "
    "optional north atlantic"
)

_CAPITAL_STOPS = (
    "The This That These Those A An In On Under By Of To For With From And But Or As At Its "
    "Their Since After Before While When If Although However Article Articles Parties Party "
    "According Moreover Yet Both Each Such Full Also Our"
)
_HEADS = {
    "treaty": "treaty", "treaties": "treaty", "pact": "treaty", "pacts": "treaty",
 "covenant": "treaty", "agreement": "agreement",
    "agreements": "agreement", "accord": "agreement", "accords": "agreement",
    "compact": "agreement", "deal": "deal", "armistice": "treaty", "charter": "charter",
    "convention": "convention", "conventions": "convention", "protocol": "protocol",
    "protocols": "protocol", "memorandum": "memorandum", "memoranda": "memorandum",
    "memorandums": "memorandum", "declaration": "declaration", "statement": "declaration",
    "partnership": "partnership", "statute": "statute", "act": "act",
}  # fmt: skip
TREATY_WORDS = TreatyWords(
    code="en",
    heads=_HEADS,
    described=frozenset(_DESCRIBED.split()),
    connectors=re.compile(
        r"(?:of|on|for|the|a|an|to|with|between|among|concerning|regarding|against|"
        r"relating to)\b"
    ),
    conjunction=re.compile(r"(?:and|as well as)\b"),
    joining=re.compile(r"(?:between|with|among)\b"),
    partner=("with",),
    signed_by=re.compile(
        r",? (?:(?:was |were |which was )?(?:signed|concluded|sealed|ratified|reached|"
        r"inked))\b[^.;:!?\n]{0,40}? (?:by|between|with) "
    ),
    was_signed=re.compile(
        r" (?:was|were|has been|have been|had been) (?:signed|concluded|sealed|ratified|"
        r"reached|inked)"
    ),
    signing=re.compile(
        r"\b(?:sign(?:ed|s)?|conclude[sd]?|seal(?:ed|s)?|ratif(?:y|ied|ies)|inked)\b[^.;:!?]{0,80}$"
    ),
    signed_on=re.compile(r",? (?:(?:which )?(?:was|were|had been) )?(?:signed|concluded|sealed)\b"),
    participles=re.compile(r"(?:signed|concluded|ratified|reached|struck|made)\b"),
    after_signing=re.compile(r"(?:in|at)\b"),
    definite=re.compile(r"\b(?:[Tt]he|[Tt]his|[Tt]hat|[Tt]hese|[Tt]hose|[Ii]ts|[Tt]heir)\s$"),
    adjectives=re.compile(
        r"\b(?:(?:[Ff]irst|[Ll]atest|[Nn]ew|[Rr]ecent|[Oo]ld|[Ff]ormer|[Ee]arlier|[Ll]andmark|"
        r"[Ff]uture|[Pp]revious)\s)+$"
    ),
    fresh=re.compile(r"recent|new|latest", re.IGNORECASE),
    fresh_or_old=re.compile(
        r"(?:(?:first|latest|new|recent|old|former|earlier|landmark|future|previous) )+",
        re.IGNORECASE,
    ),
    consigned=re.compile(
        r",? (?:enshrined|set out|formali[sz]ed|sealed|codified) (?:in|by) (?:a|"
        r"the) (?:new )?(?:treaty|agreement|pact)"
    ),
    no_treaty=re.compile(r"\b(?:[Ii]n |[Oo]f their own |[Gg]entlemen['’]s )$"),
    no_treaty_after=re.compile(
        r"^(?: that\b| flights?\b| of war| of independence| breaker| party| bodies)"
    ),
    needs_capital=frozenset(
        {
            "declaration",
            "partnership",
            "statute",
            "act",
            "charter",
            "convention",
            "protocol",
            "deal",
            "memorandum",
        }
    ),
    only_capital=frozenset({"partnership", "statute", "act"}),
    makes_treaty=frozenset(
        {
            "joint",
            "final",
            "defence",
            "defense",
            "trade",
            "nuclear",
            "grain",
            "peace",
            "understanding",
        }
    ),
    article=re.compile(
        rf"\b(?P<word>[Aa]rticles?|"
        rf"[Aa]rt\.)[ \xa0](?P<numbers>{_NUMBER}(?:(?:,| and| to|, and|[-–]|"
        rf" or)[ \xa0]?{_NUMBER})*)(?:,? (?:paragraph|para\.) ?\d+)?"
    ),
    article_after=re.compile(r"\b(?:[Tt]he |[Ii]ts |[Tt]heir |[Tt]his )$"),
    of=re.compile(r",? (?:of|in|to|under) (?:the |this |that |its |their |a )?"),
    not_of_treaty=re.compile(r",? of (?:the |this |that |its |their |a )?(?P<noun>\w+)"),
    founding={
        "NATO": (
            "North Atlantic Treaty",
            re.compile(
                r"North Atlantic Treaty(?! Organi[sz]ation)|Washington Treaty|Treaty of Washington"
            ),
        ),
        "UN": (
            "Charter of the United Nations",
            re.compile(r"Charter of the United Nations|(?:United Nations|UN|U\.N\.) Charter"),
        ),
        "CSTO": (
            "Collective Security Treaty",
            re.compile(r"Collective Security Treaty(?! Organi[sz]ation)|Tashkent Treaty"),
        ),
    },
    contrasted=re.compile(
        r"(?:unlike|in contrast (?:to|with)|contrary to|as opposed to|rather than)[^.;]{0,24}$",
        re.IGNORECASE,
    ),
    compared=re.compile(
        r"(?:\blike\b|as in|similar to|reminiscent of|echo\w*|model(?:l)?ed on|mirror\w*|"
        r"comparable to|akin to|resembl\w+|equivalent (?:of|to)|just as)[^.;]{0,48}$",
        re.IGNORECASE,
    ),
    says=re.compile(
        r"(?:,? (?:which|that))? ?(?:call\w* for|provid\w+ (?:for|that)|"
        r"stipulat\w+(?: that)?|states? that|says? that|commit\w* (?:\w+ to)?|"
        r"oblig\w+ (?:\w+ to)?|requir\w+|mention\w*|guarantee\w*|outlin\w+|bind\w*|"
        r"prohibit\w*|establish\w*|pledg\w+|covers?|concern\w+|on|covering) "
        r"(?P<content>[^.;:!?()“”\n]{4,160})"
    ),
    says_before=re.compile(r"^$"),
    occasion=re.compile(r"on that occasion|during (?:that|the) visit|that day"),
    kinds=(
        (
            "non_aggression",
            re.compile(
                r"non-?aggression|refrain from (?:the (?:threat or )?use of )?force|not to attack"
            ),
        ),
        (
            "mutual_defence",
            re.compile(
                r"(?:mutual|military|collective) (?:defen[cs]e|assistance|support|aid|"
                r"security)|armed attack|self-defen[cs]e|in (?:the )?(?:case|"
                r"event) of (?:an )?(?:attack|aggression|invasion)|attack (?:on|"
                r"against) one"
            ),
        ),
        ("accession", re.compile(r"accession|accede|[Oo]pen [Dd]oor|new members?|join the")),
        ("consultation", re.compile(r"consult\w*")),
        ("neutrality", re.compile(r"neutrality")),
        ("technology", re.compile(r"technolog\w+|scientific|space")),
        ("institution", re.compile(r"joint commission|secretariat|council")),
        (
            "final_clause",
            re.compile(
                r"entr(?:y|ies) into force|enters? into force|ratif\w+|terminat\w+|"
                r"withdraw\w*|duration"
            ),
        ),
        (
            "cooperation",
            re.compile(r"cooperat\w+|co-operat\w+|partnership|exchanges?|trade|investment"),
        ),
    ),
    capital_stops=frozenset(_CAPITAL_STOPS.split()),
    head_last=True,
)
