"""The field's datasets joined at one grain, each within its own coverage."""

from foedus.panels.panel import Panel, panel

__all__ = ["Panel", "panel"]
