"""One pair of actors as a reader sees it: in words, as a stack of drawings, as tables."""
