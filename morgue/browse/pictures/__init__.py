"""Pictures as plain geometry: places and sizes, which templates draw as inline SVG. No scripts, no outside requests."""
