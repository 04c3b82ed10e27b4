PRAGMA foreign_keys = OFF;
DELETE FROM profile;
DELETE FROM setting;
