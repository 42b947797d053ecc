"""The command line: parse, call, print. One module per command; `app.py` lists them.

Data go to standard output, words about them to standard error. A command imports what it needs when
it runs, so that `foedus --help` answers at once.
"""

from foedus.cli.app import app, main

__all__ = ["app", "main"]
