"""Ties between pairs of actors through time: tables in, tables out; arithmetic is in measures."""
