"""The archive as a folder of static files that any host serves, at any address, without a server of ours.

`shelves` tells what there is to render, `press` makes the files of one address, `targets` knows where an address of
the server leads on the static site, `links` writes that into pages, `writing` keeps the folder, and `site` runs it all.
"""
