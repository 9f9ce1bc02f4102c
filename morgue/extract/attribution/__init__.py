"""Who says a quote: the words that attribute it, the speaker as printed, and the name it resolves to."""
