"""How fast the program is beside the limits of the parts it is built on: ``make bench``."""
