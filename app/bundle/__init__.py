"""The signed file that a club sends to the union: bytes and dataclasses only."""
