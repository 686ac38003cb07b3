-- Whoever leads an investment belonged to the cluster in that year; otherwise the money is not the cluster's.
SELECT investments.id, investments.year, lead_member, members.joined, members."left"
FROM investments JOIN members ON members.id = investments.lead_member
WHERE investments.year < year(members.joined) OR investments.year > coalesce(year(members."left"), 9999)
