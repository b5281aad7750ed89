"""The settings screens of admins: agencies, positions, accounts, periods, the pemda's looks."""
