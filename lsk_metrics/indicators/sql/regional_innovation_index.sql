/*
title = "Regional Innovation Index"
question = "How innovative is the region?"
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
