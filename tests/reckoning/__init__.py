"""A second reckoning of every report, written from the contract alone, and books to try it on."""
