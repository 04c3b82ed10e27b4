SELECT fact, strategy, minutes, unreal_before, unreal_after
FROM practice
WHERE fact BETWEEN ?1 AND ?2
ORDER BY fact;
