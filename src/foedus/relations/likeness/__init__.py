"""How alike states are: what they owe, how they vote, where they stand."""
