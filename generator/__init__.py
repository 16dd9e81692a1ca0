"""The generator behind Wild Mountain's guide to the International Mobility Program."""
