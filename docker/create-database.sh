#!/bin/bash
# Run once by the postgres image, on an empty volume: the application's own role, which is no superuser, and its database.
set -e
psql --no-psqlrc --quiet --set ON_ERROR_STOP=1 --set password="$DATABASE_PASSWORD" \
  --username "$POSTGRES_USER" --dbname postgres <<'SQL'
CREATE ROLE faltbokning LOGIN PASSWORD :'password';
CREATE DATABASE faltbokning OWNER faltbokning ENCODING 'UTF8' TEMPLATE template0;
REVOKE ALL ON DATABASE faltbokning FROM PUBLIC;
SQL
