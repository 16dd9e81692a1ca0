"""What people are told: problems with their places, the register of rules, reports."""
