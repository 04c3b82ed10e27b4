BEGIN;
SELECT sqlcipher_export('main', 'disk');
COMMIT;
