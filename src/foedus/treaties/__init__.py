"""Instruments, who they bind, and what an act, a place and a day then ask of everyone."""
