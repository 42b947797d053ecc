"""Every assertion kept, judgements beside them, and the events settled from both."""
