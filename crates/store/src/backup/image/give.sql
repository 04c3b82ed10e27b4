BEGIN;
SELECT sqlcipher_export('disk', 'main');
COMMIT;
