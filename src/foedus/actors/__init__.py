"""Who states, organisations and office-holders are, since when, and by what names."""
