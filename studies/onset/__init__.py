"""Onset of disputes: the field's logit in and out of sample, and forecasts beside it."""
