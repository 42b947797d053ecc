"""The structure that ties form among states: who is tied to whom, in which blocs."""
