"""Run the command line from a checkout: ``python cli.py check declaration.yaml``."""

from governance.cli import main

if __name__ == "__main__":
    main(prog_name="cli.py")
