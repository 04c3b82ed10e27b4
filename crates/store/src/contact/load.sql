SELECT fact, with_whom, felt_heard FROM contact WHERE fact BETWEEN ?1 AND ?2 ORDER BY fact;
