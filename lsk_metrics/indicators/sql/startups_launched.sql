/*
title = "Start-ups launched"
question = "When were start-ups launched?"
definition = "Companies in the register of start-ups by the calendar year in which they were launched: the day a company was registered or received its first funds. Only companies launched with the help of seed funds are entered; those closed later stay counted."
why = "It shows whether the flow of new companies keeps up, year by year."
theme = "startups"
unit = "companies"
direction = "more"
role = "output"
additive = ["time", "place", "group"]
sources = ["startups"]
caveats = ["launch_year"]
chart = "columns"
owner = "cluster office"
filters = ["areas", "value_chains", "statuses"]

[sentence]
text = "The most in one year, {peak_n}, were launched in {peak_year}; {first_year}–{last_year} brought {total}."
narrowed = "the most in one year, {peak_n}, in {peak_year}; {total_n} in all from {first_year} to {last_year}."
*/
SELECT home.code AS place, years.year, count(startups.id) AS value, any_value(every.kind) AS kind, any_value(every.source) AS source
FROM (SELECT unnest(range(year(min(launched)), year(max(launched)) + 1)) AS year FROM startups) AS years
CROSS JOIN home
CROSS JOIN (SELECT any_value(kind) AS kind, any_value(source) AS source FROM startups) AS every
LEFT JOIN startups ON year(startups.launched) = years.year
  AND (len($areas::VARCHAR[]) = 0 OR list_contains($areas::VARCHAR[], startups.area))
  AND (len($value_chains::VARCHAR[]) = 0 OR list_contains($value_chains::VARCHAR[], coalesce(startups.value_chain, 'none')))
  AND (len($statuses::VARCHAR[]) = 0 OR list_contains($statuses::VARCHAR[], startups.status))
GROUP BY home.code, years.year
