"""The tables in forms that other programs read."""
