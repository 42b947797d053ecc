"""What no rate of fulfilment can say, in the words that go with every one of them."""

from foedus.treaties.words import Words

__all__ = ["LIMITS"]

LIMITS = Words(
    en=(
        "These are promises put to the test, not promises made. A state is attacked mostly where "
        "the attacker expects its allies to stay away; where they were expected to come there was "
        "often no attack, and nothing to count (James D. Fearon, “Signaling versus the Balance of "
        "Power and Interests”, Journal of Conflict Resolution 38, 1994; Alastair Smith, “Alliance "
        "Formation and War”, International Studies Quarterly 39, 1995). The rate therefore "
        "probably understates how often allies would come, and it knows no ally from another: "
        "since 1945 nearly all unconditional promises of defence that wars called upon were the "
        "Arab League’s, and none was NATO’s. Whether a condition of the treaty was met is checked "
        "only as far as the data allow; help short of fighting is not counted. The conflicts end "
        "in 2010."
    ),
    fr=(
        "Il s’agit de promesses mises à l’épreuve, non de promesses faites. Un État est attaqué "
        "surtout là où l’assaillant s’attend à ce que ses alliés restent à l’écart ; là où l’on "
        "s’attendait à les voir venir, il n’y a souvent pas eu d’attaque, donc rien à compter "
        "(James D. Fearon, « Signaling versus the Balance of Power and Interests », Journal of "
        "Conflict Resolution 38, 1994 ; Alastair Smith, « Alliance Formation and War », "
        "International Studies Quarterly 39, 1995). Le taux sous-estime donc sans doute la "
        "fréquence avec laquelle les alliés viendraient, et il ne distingue pas un allié d’un "
        "autre : depuis 1945, presque toutes les promesses de défense sans condition que des "
        "guerres ont mises à l’épreuve étaient celles de la Ligue arabe, et aucune n’était celle "
        "de l’OTAN. Qu’une condition du traité ait été remplie n’est vérifié qu’autant que les "
        "données le permettent ; l’aide autre que le combat n’est pas comptée. Les conflits "
        "s’arrêtent en 2010."
    ),
)
