"""Cuts the guide's fonts down to the signs that its pages show."""
