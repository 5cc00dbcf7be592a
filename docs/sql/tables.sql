-- The tables that stet index writes with --export and --claims. For SQLite, DuckDB and PostgreSQL, as the other files here; how to load
-- them is said in docs/engine.md, what the columns mean in linter/site/tables.h.
CREATE TABLE prints(
  paragraph BIGINT, article TEXT, line BIGINT, words BIGINT, content TEXT, band INTEGER, hash TEXT);

CREATE TABLE claims(
  claim BIGINT, article TEXT, line BIGINT, "column" BIGINT, date BIGINT, edition TEXT, entity TEXT, link TEXT, thing TEXT, attribute TEXT,
  counted TEXT, circumstances TEXT, flags BIGINT, kind TEXT, unit TEXT, low DOUBLE PRECISION, high DOUBLE PRECISION, value TEXT);
