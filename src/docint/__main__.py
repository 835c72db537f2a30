"""``python -m docint``."""

from docint.cli import main

if __name__ == "__main__":
    main()
