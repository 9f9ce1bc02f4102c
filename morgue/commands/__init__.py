"""The subcommands of `morgue` that read an archive, a module each. `cli.py` lists them."""
