"""What may come next, how likely, and a memory of what was said of it before.

`scores`, `reliability` and `conformal` judge forecasts, `learners`, `pool` and `rolling` make them,
all on plain arrays. `targets` and `shifts` say of what, from the data held; `making` makes entries,
`scoreboard` keeps them, `outcomes` resolves them, `standing` says how they did.
"""
