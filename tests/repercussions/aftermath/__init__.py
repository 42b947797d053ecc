"""What usually follows a pact; `FILES` are what it rests on, as published."""

FILES = {
    "atop/atop5_1m.csv": "atop",
    "atop/atop5_1_ddyr.parquet": "atop",
    "cow/contdird_v3.2_directed_dyad_year.parquet": "contiguity",
    "cow/majors2016.parquet": "majors",
    "cow/mid_v5_directed_dispute_years.parquet": "mid",
    "cow/nmc_v7.0.parquet": "nmc",
    "rivalries/tss_rivalries_1494_2020.parquet": "rivalries",
    "unga/idealpoints_all_jun2024.parquet": "ideal-points",
}
