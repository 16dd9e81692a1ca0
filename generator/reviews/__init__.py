"""Reviews: when they fall due, how they are recorded, and whether they cover what changed."""
