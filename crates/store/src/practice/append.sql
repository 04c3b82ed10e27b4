INSERT INTO practice (fact, strategy, minutes, unreal_before, unreal_after)
VALUES (?1, ?2, ?3, ?4, ?5);
