"""The data routes: catalogue, passports, answers, registers and their description, under /api/v1/."""
