"""Published data held on this machine: files imported, checked, and opened as tables."""
