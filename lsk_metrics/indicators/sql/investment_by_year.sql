/*
title = "Investment by year"
question = "When was the money spent?"
definition = "The amounts of the investments in the register, added up by the calendar year in which each began, in R&D infrastructure and in R&D projects apart. An investment counts with its whole amount in that one year, also where it was spent over several; investments that nobody entered are missing."
why = "It shows when money came and from which funding periods, and so what may be expected when a period ends."
unit = "eur_m"
decimals = 1
direction = "more"
role = "output"
additive = ["time", "place", "group"]
sources = ["investments"]
caveats = ["current_prices"]
chart = "columns"
owner = "cluster office"

[names]
infrastructure = "R&D infrastructure"
project = "R&D projects"

[sentence]
text = "The most in one year, {peak}, was spent in {peak_year}; {first_year}–{last_year} brought {total} in all."
*/
SELECT home.code AS place, year, sum(amount_eur_m)::DOUBLE AS value, purpose AS series, any_value(kind) AS kind, any_value(source) AS source
FROM investments, home
GROUP BY home.code, year, purpose
