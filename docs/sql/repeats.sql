-- The pairs of stet index --pairs, from the table prints: first, second, bands. The last statement gives them.

-- The first paragraph with each content.
CREATE TABLE paragraphs AS SELECT DISTINCT paragraph, article, content FROM prints;

CREATE TABLE heads AS
SELECT p.content, p.paragraph, p.article
FROM paragraphs p JOIN (SELECT min(paragraph) AS paragraph FROM paragraphs GROUP BY content) f ON p.paragraph = f.paragraph;

-- Which of them have a hash in a band: the how manieth it is among these, and how many they are.
CREATE TABLE postings AS
SELECT p.band, p.hash, p.paragraph,
       row_number() OVER (PARTITION BY p.band, p.hash ORDER BY p.paragraph) AS place,
       count(*) OVER (PARTITION BY p.band, p.hash) AS size
FROM prints p JOIN heads h ON p.paragraph = h.paragraph;

-- Of a hash that very many have, the 64 earliest count. What few have tells more: 2^32 is divided by how many they are.
CREATE TABLE hits AS
SELECT a.paragraph AS own, b.paragraph AS other, count(*) AS bands, sum((4294967296 - 4294967296 % a.size) / a.size) AS rarity
FROM postings a JOIN postings b ON a.band = b.band AND a.hash = b.hash
WHERE b.place <= 64
GROUP BY a.paragraph, b.paragraph;

-- Of each, the 32 that tell most: itself is one.
CREATE TABLE candidates AS
SELECT own, other, bands
FROM (SELECT own, other, bands, row_number() OVER (PARTITION BY own ORDER BY rarity DESC, other) AS place FROM hits) ranked
WHERE place <= 32 AND other < own;

SELECT c.other, c.own, c.bands
FROM candidates c JOIN heads a ON a.paragraph = c.other JOIN heads b ON b.paragraph = c.own
WHERE a.article <> b.article
UNION ALL
SELECT h.paragraph, p.paragraph, 20
FROM heads h JOIN paragraphs p ON p.content = h.content AND p.paragraph > h.paragraph AND p.article <> h.article
ORDER BY 1, 2;
