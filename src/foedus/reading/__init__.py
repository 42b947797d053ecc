"""What documents say: mentions, days, treaties, notes, and assertions with their passages."""

import os

# The parser's libraries read these once, when they load, so they are set before anything of this
# package is imported: one thread is fastest for documents of this size.
for _setting in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(_setting, "1")
