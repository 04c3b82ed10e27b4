SELECT count(*) FROM profile;
