"""How well the reader does on public gold annotations that lie beside the checkout.

Each module measures one set: `scores(folder)` returns rows of (measure, figure, aim), none where
the set is missing. The sets are never copied into the project.
"""
