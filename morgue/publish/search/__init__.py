"""Search in the browser: the published database in chunks, the pages that every search reads, and the client."""
