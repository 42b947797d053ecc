"""foedus: what an alliance changed, who is bound to do what, and on what evidence."""
