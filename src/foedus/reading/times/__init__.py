"""When a text says things happen: temporal expressions and their EDTF values, ours, by rule.

`expressions` finds them with the extent and the kinds of TimeML (Pustejovsky et al. 2003; ISO
24617-1:2012): date, time, duration, set. `frames` adds the word before them that says since,
until, before, after, and joins the two ends of "from 1961 to 1996". One module per language holds
its words and its patterns; `values` turns what they found into days, without knowing any language.
"""

from foedus.reading.times.frames import Frame, frames
from foedus.reading.times.tagging import expressions

__all__ = ["Frame", "expressions", "frames"]
