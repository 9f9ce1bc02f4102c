"""Places: what tables and the gazetteer know, and one name for several."""
