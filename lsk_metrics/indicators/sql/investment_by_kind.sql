/*
title = "Investment by kind"
question = "Where did the money go?"
definition = "Money that those who take part in the cluster have put into large R&D infrastructure, and money put into R&D and projects in the region, as the case study of the cluster of May 2018 gives the two sums. Both are lower bounds up to 2018; the starting year, who counts as taking part, and whether the sums overlap are not stated."
why = "It shows what the cluster has set in motion, in laboratories and equipment on one side and in research on the other."
theme = "investment"
unit = "eur_m"
direction = "more"
role = "output"
additive = ["place"]
sources = ["claims", "investments", "members"]
caveats = ["lower_bound", "current_prices"]
chart = "bars"
owner = "cluster office"
filters = ["areas", "value_chains", "member_types"]
narrowed_caveats = ["published_whole", "group_of_lead", "current_prices"]

[names]
infrastructure = "R&D infrastructure"
project = "R&D projects"

[sentence]
text = "By {part_year}, {top} had received {top_value} and {second} {second_value}."
narrowed = "most went into {top}, {top_value} by {part_year}."
*/
SELECT home.code AS place, year, value,
       CASE id WHEN 'investment_infrastructure' THEN 'infrastructure' ELSE 'project' END AS series,
       kind, flag, value AS low, source
FROM published_points, home
WHERE id IN ('investment_infrastructure', 'investment_projects')
  AND len($areas::VARCHAR[]) + len($value_chains::VARCHAR[]) + len($member_types::VARCHAR[]) = 0 -- published totals are not broken down
UNION ALL
SELECT home.code, last.year, sum(amount_eur_m)::DOUBLE, purpose, any_value(investments.kind), '', NULL, any_value(investments.source)
FROM investments
JOIN members ON members.id = investments.lead_member
CROSS JOIN home
CROSS JOIN (SELECT max(year) AS year FROM investments) AS last
WHERE len($areas::VARCHAR[]) + len($value_chains::VARCHAR[]) + len($member_types::VARCHAR[]) > 0
  AND (len($areas::VARCHAR[]) = 0 OR list_contains($areas::VARCHAR[], members.area))
  AND (len($value_chains::VARCHAR[]) = 0 OR list_contains($value_chains::VARCHAR[], coalesce(members.value_chain, 'none')))
  AND (len($member_types::VARCHAR[]) = 0 OR list_contains($member_types::VARCHAR[], members.type))
GROUP BY home.code, last.year, purpose
