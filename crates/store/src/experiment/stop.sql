UPDATE experiment SET stopped_on = ?2 WHERE key = ?1 AND stopped_on IS NULL;
