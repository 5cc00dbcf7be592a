-- What consistency/site and contradiction/elsewhere tell of a site, from the table claims: article, line, the other article, its line,
-- attribute. The last statement gives it.

-- How far the ends of a value may be off, and the larger one of them that is a number.
CREATE TABLE told AS
SELECT c.*,
       CASE WHEN kind = 'quantity' OR kind = 'duration' THEN 0.03 WHEN kind = 'date' THEN 0 ELSE 0.000001 END AS tolerance,
       flags % 256 >= 128 AS about,
       -- as tolerance, where one of two values is said to be about
       CASE WHEN kind = 'duration' THEN 0.2 WHEN kind = 'date' THEN 0 ELSE 0.15 END AS loosely,
       CASE WHEN abs(low) > 1e300 AND abs(high) > 1e300 THEN 0
            WHEN abs(low) > 1e300 THEN abs(high)
            WHEN abs(high) > 1e300 THEN abs(low)
            WHEN abs(low) > abs(high) THEN abs(low)
            ELSE abs(high) END AS reach,
       (date - date % 10000) / 10000 * 12 + (date % 10000 - date % 100) / 100 AS months
FROM claims c;

-- Claims about the same attribute of things that have one name, or that one article is about.
CREATE TABLE together AS
SELECT a.claim AS own, b.claim AS other
FROM told a JOIN told b ON a.entity = b.entity AND a.attribute = b.attribute AND a.counted = b.counted
WHERE a.article <> b.article AND a.entity <> '0000000000000000'
UNION
SELECT a.claim, b.claim
FROM told a JOIN told b ON a.link = b.link AND a.attribute = b.attribute AND a.counted = b.counted
WHERE a.article <> b.article AND a.link <> '0000000000000000';

-- Of these: are both told in the same circumstances, and can both not be right?
CREATE TABLE rivals AS
SELECT t.own, t.other,
       -- the same, or one of them is told in all (4 + 8); a loose count (32) is held against one that tells of all (64)
       (a.circumstances = b.circumstances OR a.flags % 16 >= 12 OR b.flags % 16 >= 12) AND
         (a.flags % 64 < 32 OR b.flags % 128 >= 64) AND (b.flags % 64 < 32 OR a.flags % 128 >= 64) AS alike,
       a.unit = b.unit AND (
         a.high + (CASE WHEN a.about OR b.about THEN a.loosely ELSE a.tolerance END) *
                    (CASE WHEN a.reach > b.reach THEN a.reach ELSE b.reach END) < b.low OR
         b.high + (CASE WHEN a.about OR b.about THEN a.loosely ELSE a.tolerance END) *
                    (CASE WHEN a.reach > b.reach THEN a.reach ELSE b.reach END) < a.low) AS clash
FROM together t JOIN told a ON a.claim = t.own JOIN told b ON b.claim = t.other;

-- How many others speak of it.
CREATE TABLE spoken AS SELECT own, count(*) AS others FROM rivals GROUP BY own;

SELECT a.article, a.line, b.article, b.line, a.attribute
FROM rivals r JOIN told a ON a.claim = r.own JOIN told b ON b.claim = r.other JOIN spoken s ON s.own = r.own
WHERE r.alike AND r.clash
  -- the later article tells it
  AND (a.date > b.date OR (a.date = b.date AND a.article > b.article))
  -- both are of one edition
  AND a.edition = b.edition
  -- both are about the thing of one article; or of one name, which is known to be one (1), and one of the articles is about it (2), or the
  -- name can be nothing else's (256)
  AND ((a.link = b.link AND a.link <> '0000000000000000') OR
       (a.entity = b.entity AND a.entity <> '0000000000000000' AND
        (((a.flags % 2 = 1 OR b.flags % 2 = 1) AND (a.flags % 4 >= 2 OR b.flags % 4 >= 2)) OR
         (a.flags % 2 = 1 AND b.flags % 2 = 1 AND a.flags % 512 >= 256 AND b.flags % 512 >= 256))))
  -- not more than 24 months apart
  AND (a.date = 99999999 OR b.date = 99999999 OR abs(a.months - b.months) <= 24)
  -- not more than 12 others speak of it, and none gives a third value in these circumstances
  AND s.others <= 12
  AND NOT EXISTS (
    SELECT 1 FROM rivals o JOIN told c ON c.claim = o.other
    WHERE o.own = r.own AND o.alike AND o.clash AND b.unit = c.unit AND (
      b.high + (CASE WHEN b.about OR c.about THEN b.loosely ELSE b.tolerance END) *
                 (CASE WHEN b.reach > c.reach THEN b.reach ELSE c.reach END) < c.low OR
      c.high + (CASE WHEN b.about OR c.about THEN b.loosely ELSE b.tolerance END) *
                 (CASE WHEN b.reach > c.reach THEN b.reach ELSE c.reach END) < b.low))
  AND a.attribute NOT IN ('consistency/one-count', 'consistency/one-deadline', 'consistency/one-growth', 'consistency/one-servings',
                          'consistency/one-share', 'contradiction/available', 'contradiction/interacts', 'contradiction/online',
                          'contradiction/supported', 'contradiction/tested', 'contradiction/tools')
ORDER BY 1, 2, 3, 4;
