"""The records behind the guide: one typed class for each kind of data."""
