SELECT min(id) FROM zone;
