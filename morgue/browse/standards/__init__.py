"""What a page says to programs: browsers, search engines, feed readers, catalogues and language models."""
