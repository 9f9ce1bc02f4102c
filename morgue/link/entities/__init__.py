"""Who is who over all articles: persons, bodies, places, one row each."""
