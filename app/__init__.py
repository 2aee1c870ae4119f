"""The club's book: one program for a club's board and for the union that gathers the clubs."""
