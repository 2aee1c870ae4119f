"""What the register gives out: its view, its presenter."""
