-- The pairs of stet index --pairs, found by a database from what stet index --export wrote. See linter/site/tables.h.
.mode tabs
CREATE TABLE prints(paragraph INTEGER, article TEXT, line INTEGER, words INTEGER, content TEXT, band INTEGER, hash TEXT);
.import --skip 1 prints.tsv prints
CREATE INDEX by_hash ON prints(band, hash);

-- The first paragraph with each content, and where it stands.
CREATE TABLE heads AS SELECT content, min(paragraph) AS paragraph, article FROM prints GROUP BY content;
CREATE UNIQUE INDEX by_paragraph ON heads(paragraph);

CREATE TABLE pairs AS
SELECT a.paragraph AS first, b.paragraph AS second, count(*) AS bands
FROM prints a JOIN heads USING (paragraph) JOIN prints b ON a.band = b.band AND a.hash = b.hash AND a.paragraph < b.paragraph
WHERE b.paragraph IN (SELECT paragraph FROM heads) AND a.article <> b.article
GROUP BY a.paragraph, b.paragraph
UNION ALL
SELECT heads.paragraph, p.paragraph, count(*)
FROM heads JOIN prints p ON p.content = heads.content AND p.paragraph > heads.paragraph AND p.article <> heads.article
GROUP BY heads.paragraph, p.paragraph;

.output joined.tsv
SELECT first, second, bands FROM pairs ORDER BY first, second;
