"""One function is one action or one question of a user; the only layer that combines."""
