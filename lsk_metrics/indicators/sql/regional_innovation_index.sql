/*
title = "Regional Innovation Index"
question = "How innovative is the region?"
definition = "The score of the region in the Regional Innovation Index of the Regional Innovation Scoreboard 2019 of the European Commission, which puts several indicators of innovation together. The copy held says neither which indicators these are nor what the base is; one edition is held, so nothing can be said about change."
why = "It is the yardstick by which the European Commission itself compares regions, and so the one a review is likely to be asked about."
theme = "research"
unit = "index"
decimals = 1
direction = "more"
role = "context"
additive = []
sources = ["observations"]
caveats = []
chart = "ranking"
owner = "region's statistics desk"
places = "regions"

[sentence]
text = "{home} scores {last} in {last_year}, rank {rank} of {of} among the regions compared; {leader} leads with {leader_value}."
*/
SELECT region AS place, year, value, kind, flag, source
FROM observations
WHERE dataset = 'ris_2019'
