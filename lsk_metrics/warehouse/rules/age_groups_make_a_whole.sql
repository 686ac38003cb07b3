-- The three age groups of a powiat are all its people; rounding moves their sum by a few hundredths at most.
SELECT teryt, year, round(sum(value), 2) AS total_pct
FROM powiat_figures
WHERE measure IN ('share_pre_working_age_pct', 'share_working_age_pct', 'share_post_working_age_pct')
GROUP BY teryt, year
HAVING abs(sum(value) - 100) > 0.05
