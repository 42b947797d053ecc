"""The two series, and where each was compared with other copies; see README.md."""

import numpy as np

__all__ = ["COAL", "COAL_FIRST_YEAR", "NILE", "NILE_FIRST_YEAR"]

COAL_FIRST_YEAR = 1851
COAL = np.array(
    [int(digit) for digit in "4541043406334026335453144155342522342132211113"]
    + [int(digit) for digit in "001011003103220111010100021000110233112111124"]
    + [int(digit) for digit in "200014000100000100101"]
)
"""Explosions in British coal mines with ten or more killed, each year from 1851 to 1962.

Jarrett 1979, "A note on the intervals between coal-mining disasters", Biometrika 66(1), 191-193.
"""

NILE_FIRST_YEAR = 1871
NILE = np.array(
    [
        *(1120, 1160, 963, 1210, 1160, 1160, 813, 1230, 1370, 1140),
        *(995, 935, 1110, 994, 1020, 960, 1180, 799, 958, 1140),
        *(1100, 1210, 1150, 1250, 1260, 1220, 1030, 1100, 774, 840),
        *(874, 694, 940, 833, 701, 916, 692, 1020, 1050, 969),
        *(831, 726, 456, 824, 702, 1120, 1100, 832, 764, 821),
        *(768, 845, 864, 862, 698, 845, 744, 796, 1040, 759),
        *(781, 865, 845, 944, 984, 897, 822, 1010, 771, 676),
        *(649, 846, 812, 742, 801, 1040, 860, 874, 848, 890),
        *(744, 749, 838, 1050, 918, 986, 797, 923, 975, 815),
        *(1020, 906, 901, 1170, 912, 746, 919, 718, 714, 740),
    ]
)
"""Annual flow of the Nile at Aswan, 1871 to 1970, in 10⁸ m³.

Cobb 1978, "The problem of the Nile", Biometrika 65(2), 243-251.
"""
