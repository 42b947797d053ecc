"""The French words for treaties and for what they contain."""

import re

from foedus.reading.references.words import TreatyWords

__all__ = ["TREATY_WORDS"]

_NUMBER = (
    r"(?:\d{1,3}|[IVX]{1,5}|premier)(?:er|\^\{?er\}?)?(?:[-. ]?(?:bis|"
    r"ter))?(?:[(.]\d{1,2}\)?)?"
)
_NOUN = r"(?:traités?|accords?|pactes?|chartes?|conventions?|protocoles?|textes?|partenariats?)"

_DESCRIBED = (
    "amitié alliance coopération collaboration assistance mutuelle mutuel partenariat "
    "stratégique stratégiques global globale globaux défense paix non-agression "
    "non-prolifération sécurité collective collectif désarmement armes armements nucléaires "
    "nucléaire libre-échange commerce association adhésion accession voisinage bon "
    "économique économiques énergétique énergétiques militaire militaires technique "
    "politique commercial commerciale commerciaux investissement investissements bilatéral "
    "bilatérale bilatéraux trilatéral trilatérale tripartite multilatéral multilatérale "
    "quadripartite cessez-le-feu armistice union limitation interdiction complète garantie "
    "garanties entraide fraternité neutralité unification réunification réconciliation "
    "frontière frontières frontalier frontaliers céréales gaz renseignement renseignements "
    "technologie technologies culturelle culturel scientifique humanitaire intérimaire cadre "
    "fondateur fondateurs conjoint conjointe conjointes conjoints final finale commune "
    "commun entente aide soutien réciproque historique additionnel additionnels partage "
    "échange logistique swap pêche réduction essais forces statut compréhension bases base "
    "prisonniers discrimination réfugiés génocide mer droit droits intermédiaire "
    "intermédiaires portée missiles antimissile antibalistiques rapprochement normalisation "
    "intégration élargissement stabilité navigation transit visas immigration migratoire "
    "migratoires fiscale pénale torture mines antipersonnel biologiques chimiques atlantique "
    "nord sud maritime maritimes aérien aérienne navale naval spatial spatiale réadmission "
    "frontalière délimitation démarcation"
)

_HEADS = {
    "traité": "treaty", "traités": "treaty", "pacte": "treaty", "pactes": "treaty",
    "accord": "agreement", "accords": "agreement", "accord-cadre": "agreement",
    "entente": "agreement", "charte": "charter", "chartes": "charter",
    "convention": "convention", "conventions": "convention", "protocole": "protocol",
    "protocoles": "protocol", "mémorandum": "memorandum", "mémorandums": "memorandum",
    "mémoranda": "memorandum", "déclaration": "declaration", "déclarations": "declaration",
    "communiqué": "declaration", "partenariat": "partnership", "statut": "statute",
    "acte": "act", "armistice": "treaty",
}  # fmt: skip
TREATY_WORDS = TreatyWords(
    code="fr",
    heads=_HEADS,
    described=frozenset(_DESCRIBED.split()),
    connectors=re.compile(
        r"(?:(?:de|du|des|en matière de|dans le domaine de|relatif|relative|relatifs|sur|"
        r"pour|contre|visant|portant|instituant|créant|fondant|établissant|régissant|"
        r"entre|avec|la|le|les|un|une)\b|(?:d|l)['’])"
    ),
    conjunction=re.compile(r"(?:et|ainsi que)\b"),
    joining=re.compile(r"(?:entre|avec|par|liant|unissant)\b"),
    partner=("avec",),
    signed_by=re.compile(
        r",? (?:(?:a été |qui a été |est )?(?:signé|conclu|scellé|paraphé|"
        r"ratifié)e?s?)\b[^.;:!?\n]{0,40}? (?:par|entre|avec) "
    ),
    was_signed=re.compile(
        r" (?:a|ont|avait|avaient) (?:été |finalement été )?(?:signé|conclu|scellé|paraphé|"
        r"ratifié)"
    ),
    signing=re.compile(
        r"\b(?:sign(?:é|er|e|ent|èrent|aient|eront)|conclu(?:s|t|ent|re)?|nou(?:é|er|ent|èrent)|"
        r"scell(?:é|er|ent|èrent)|ratifi(?:é|er|ent)|paraph(?:é|er|ent))\b[^.;:!?]{0,80}$"
    ),
    signed_on=re.compile(r",? (?:(?:qui )?(?:a|avait) été )?(?:signé|conclu|paraphé)e?s?\b"),
    participles=re.compile(
        r"(?:signée?s?|conclue?s?|ratifiée?s?|passée?s?|noués?|paraphée?s?|liant|unissant|"
        r"qui lie(?:nt)?)\b"
    ),
    after_signing=re.compile(r"(?:à|au|aux|en)\b"),
    definite=re.compile(
        r"(?:\b(?:[Ll]e|[Ll]a|[Ll]es|[Dd]u|[Aa]u|[Aa]ux|[Cc]e|[Cc]et|[Cc]ette|[Cc]es|[Ss]on|"
        r"[Ss]a|[Ll]eur|[Dd]udit|[Ll]edit)\s|\b[Ll]['’])$"
    ),
    adjectives=re.compile(
        r"\b(?:(?:[Pp]remier|[Pp]remière|[Dd]ernier|[Dd]ernière|[Nn]ouveau|[Nn]ouvel|"
        r"[Nn]ouvelle|[Rr]écente?|[Aa]ncien|[Aa]ncienne|[Ff]utur|[Ff]ameux|[Cc]élèbre|"
        r"[Vv]ieux|[Ss]eul)\s)+$"
    ),
    fresh=re.compile(r"récent|nouve", re.IGNORECASE),
    fresh_or_old=re.compile(
        r"(?:(?:premier|première|dernier|dernière|nouveau|nouvel|nouvelle|récente?|ancien|"
        r"ancienne|futur|vieux|seul) )+",
        re.IGNORECASE,
    ),
    consigned=re.compile(
        r",? (?:consigné|inscrit|formalisé|scellé|gravé)e? (?:dans|par) (?:un|"
        r"le) (?:nouveau )?(?:traité|accord|pacte)"
    ),
    no_treaty=re.compile(
        r"(?:\b[Dd]['’]|\b[Ee]n |\b[Cc]ommun |\b[Ss]ans (?:l['’]|un )?|\b[Dd]onn\w+ (?:son |"
        r"leur )|\b[Aa]vec l['’]|\b[Dd]['’]un )$"
    ),
    no_treaty_after=re.compile(
        r"^(?: de principe\b| parental| tacite| sanitaire| nationale? (?:démocrate|"
        r"républicaine)| collectives?\b| de guerre\b| d['’]indépendance| de presse| graphique|"
        r" réfugié| juridique| spécial\b| quo)"
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
            "memorandum",
        }
    ),
    only_capital=frozenset({"partnership", "statute", "act"}),
    makes_treaty=frozenset(
        {"conjointe", "conjoint", "commune", "finale", "final", "sécurité", "défense", "militaire"}
        | {"alliance", "assistance", "non-agression", "stratégique"}
    ),
    article=re.compile(
        rf"\b(?P<word>[Aa]rticles?|[Aa]rt\.)[ \xa0](?P<numbers>{_NUMBER}(?:(?:,| et| à|"
        rf", et|-| ou)[ \xa0]?{_NUMBER})*)"
        r"(?:,? (?:paragraphe|alinéa|§) ?\d+)?"
    ),
    article_after=re.compile(
        r"\b(?:[Ll]['’]|[Ll]es |[Ss]on |[Ss]es |[Ll]eur |[Dd]e l['’]|[Cc]et |[Aa]ux |[Dd]es |"
        r"[Dd]['’])$"
    ),
    of=re.compile(r"(?:,)? (?:du |de la |de l['’]|de ce |de cet |de cette |de son |des |de )"),
    not_of_treaty=re.compile(
        r"(?:,)? (?:du |de la |de l['’]|de ce |de cette |de son |de sa )(?P<noun>\w+)"
    ),
    founding={
        "NATO": (
            "Traité de l'Atlantique Nord",
            re.compile(r"[Tt]raité de (?:l['’]Atlantique[ -][Nn]ord|Washington)"),
        ),
        "UN": (
            "Charte des Nations unies",
            re.compile(r"[Cc]harte (?:des [Nn]ations [Uu]nies|de l['’]ONU)"),
        ),
        "CSTO": (
            "Traité de sécurité collective",
            re.compile(r"[Tt]raité de (?:sécurité collective|Tachkent)"),
        ),
    },
    contrasted=re.compile(
        r"(?:à la différence|contrairement|par opposition|à l['’]inverse|à l['’]opposé|"
        r"en rupture)\s+(?:de|du|d['’]|au|à|avec)[^.;]{0,20}$",
        re.IGNORECASE,
    ),
    compared=re.compile(
        r"(?:évoque\w*|rappel\w*|comme|similaire|semblable|comparable|à l['’]image|"
        r"à l['’]instar|sur le modèle|inspiré\w*|calqué\w*|analogue|"
        r"équivalent)[^.;]{0,60}$",
        re.IGNORECASE,
    ),
    says=re.compile(
        r"(?:,? (?:qui|lequel|laquelle))? ?(?:appelle\w* à|prévoi\w+|stipule\w*|"
        r"dispose\w* (?:que|de)|engage\w* (?:à|les)?|oblige\w* (?:à|les)?|"
        r"mentionn\w+|garanti\w+|impos\w+|consacr\w+|instaur\w+|établi\w+|interdi\w+|"
        r"port\w+ sur|relatifs? à|relatifs? au|relatif aux|concernant|consacré à|sur) "
        r"(?P<content>[^.;:!?()«»\n]{4,160})"
    ),
    says_before=re.compile(
        r"(?:mentionne|prévoit|stipule|contient|inscrit|comporte|inclut|évoque) dans (?:son|"
        r"l['’]|cet )\s?$"
    ),
    occasion=re.compile(
        r"à cette occasion|lors de cette (?:visite|rencontre)|ce jour-là|"
        r"à l['’]issue de (?:cette|la) (?:visite|rencontre)"
    ),
    kinds=(
        (
            "non_aggression",
            re.compile(
                r"non-agression|renonc\w+ à la force|ne pas (?:s['’])?(?:attaquer|agresser)"
            ),
        ),
        (
            "mutual_defence",
            re.compile(
                r"(?:soutien|assistance|défense|aide|entraide) (?:mutuel\w*|militaire|"
                r"collective|réciproque)|en cas d['’](?:attaque|agression|invasion)|"
                r"attaque armée|légitime défense|se (?:porter|prêter) (?:assistance|"
                r"secours)|défense collective|sécurité collective"
            ),
        ),
        ("accession", re.compile(r"adhésion|adhérer|porte ouverte|accession|nouveaux? membres?")),
        ("consultation", re.compile(r"consult\w+")),
        ("neutrality", re.compile(r"neutralité")),
        ("technology", re.compile(r"technolog\w+|scientifique\w*|spatial\w*|nucléaire civil")),
        ("institution", re.compile(r"commission mixte|conseil conjoint|secrétariat|institu\w+ un")),
        (
            "final_clause",
            re.compile(
                r"entrée? en vigueur|ratifi\w+|durée|dénonc\w+|tacite reconduction|reconduit"
            ),
        ),
        (
            "cooperation",
            re.compile(
                r"coopér\w+|partenariat|échanges?|collaboration|commerc\w+|investissement\w*"
            ),
        ),
    ),
    capital_stops=frozenset(),
    head_last=False,
)
