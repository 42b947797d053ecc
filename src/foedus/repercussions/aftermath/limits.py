"""What an aftermath does not say, in words, each where it applies."""

from foedus.treaties.words import Words

__all__ = ["SELECTION", "carried", "chance_alone", "few", "hub", "not_held", "renewal", "unmatched"]

SELECTION = Words(
    "States choose their allies, and choose them when they expect trouble: what follows a pact is"
    " not what the pact did. The pairs beside it are alike in what was measured, and in nothing"
    " else that was not.",
    "Les États choisissent leurs alliés, et les choisissent quand ils s'attendent à des ennuis : ce"
    " qui suit un pacte n'est pas ce que le pacte a fait. Les paires placées à côté lui ressemblent"
    " par ce qui a été mesuré, et par rien d'autre qui ne l'a pas été.",
)


def few(number: int) -> Words:
    """So few analogues that a base rate says little."""
    return Words(
        f"Only {number} such pacts are known: intervals this wide exclude little.",
        f"On ne connaît que {number} pactes de ce genre : des intervalles aussi larges n'excluent"
        " pas grand-chose.",
    )


def unmatched(number: int, of: int) -> Words:
    """Some pacts have nobody beside them."""
    return Words(
        f"{number} of the {of} pairs have nobody beside them (one of the two had just entered the"
        " system of states, or nobody agrees with them in the exact traits): they count in the base"
        " rates and not in the comparison.",
        f"{number} des {of} paires n'ont personne à leur côté (l'un des deux États venait d'entrer"
        " dans le système, ou nul ne s'accorde avec elles sur les traits exacts) : elles comptent"
        " dans les taux de base et non dans la comparaison.",
    )


def hub(names: Words, number: int, of: int) -> Words:
    """Many of the pacts are those of one state."""
    return Words(
        f"One state is in {number} of the {of} pacts ({names.en}): the intervals allow for that,"
        " but what is usual here is in part what is usual for it.",
        f"Un même État est dans {number} des {of} pactes ({names.fr}) : les intervalles en tiennent"
        " compte, mais l'usuel est ici pour partie son usage à lui.",
    )


def chance_alone(rows: int, by_chance: float) -> Words:
    """So many differences that some lie off zero by chance."""
    return Words(
        f"{rows} differences are shown, each with an interval of 95 %: about {by_chance:.0f} would"
        " exclude zero by chance alone, and one that does is a lead, no result.",
        f"{rows} différences sont montrées, chacune avec un intervalle à 95 % : environ"
        f" {by_chance:.0f} excluraient zéro par le seul hasard ; celle qui le fait est une piste,"
        " non un résultat.",
    )


def carried(year: int, lasts: Words) -> Words:
    """The pact lies after what the data cover."""
    return Words(
        f"The pact of {year} lies after some of the data: it is set beside others by what was last"
        f" known of the two ({lasts.en}).",
        f"Le pacte de {year} est postérieur à une partie des données : il est comparé par ce qu'on"
        f" savait en dernier des deux États ({lasts.fr}).",
    )


def not_held(dataset: str) -> Words:
    """A dataset that would add something is not drawn on."""
    return Words(
        f"{dataset} is not drawn on, for want of it here (`foedus data get {dataset}`) or in the"
        " case: what rests on it is left out.",
        f"{dataset} n'est pas mis à contribution, faute d'être ici (`foedus data get {dataset}`) ou"
        " dans le cas : ce qui repose dessus est laissé de côté.",
    )


def renewal() -> Words:
    """The two were bound at that level already."""
    return Words(
        "The two were already bound to as much the year before: the analogues are new pacts, this"
        " is a renewal.",
        "Les deux étaient déjà liés à autant l'année précédente : les analogues sont des pactes"
        " nouveaux, celui-ci est un renouvellement.",
    )
