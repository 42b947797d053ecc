"""The field's published datasets, one module each: columns, codes, missing values, checks.

A module describes tables (`table.DatasetTable`); `foedus.datasets` reads files with them.
"""
