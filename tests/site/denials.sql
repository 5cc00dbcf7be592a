-- What consistency/site tells of a site, found by a database from what stet index --claims wrote. See docs/engine.md.
-- The table claims has the columns of that file, and clash(kind, low, high, low, high) is given: can both values not be right?

-- Claims about the same attribute of the same thing in two articles, in whatever circumstances. The lower path comes first.
CREATE TEMP TABLE rivals AS
SELECT a.rowid AS first, b.rowid AS second, clash(a.kind, a.low, a.high, b.low, b.high) AS clashes
FROM claims a JOIN claims b USING (entity, attribute, counted)
WHERE a.article < b.article AND a.unit = b.unit;
CREATE INDEX temp.by_first ON rivals(first);
CREATE INDEX temp.by_second ON rivals(second);

SELECT a.article, a.line, b.article, b.line, a.attribute
FROM rivals r JOIN claims a ON a.rowid = r.first JOIN claims b ON b.rowid = r.second
WHERE r.clashes
  -- of one edition, in the same circumstances
  AND a.edition = b.edition AND a.circumstances = b.circumstances
  -- one of them knows that it is a name (1), and one of the articles is about it (2)
  AND ((a.flags | b.flags) & 1) <> 0 AND ((a.flags | b.flags) & 2) <> 0
  -- a count is held against one that tells of all (64), unless neither is loose (32)
  AND ((a.flags & 32) = 0 OR (b.flags & 64) <> 0) AND ((b.flags & 32) = 0 OR (a.flags & 64) <> 0)
  -- not more than 24 months apart
  AND (a.date = 99999999 OR b.date = 99999999
       OR abs((a.date / 10000 * 12 + a.date / 100 % 100) - (b.date / 10000 * 12 + b.date / 100 % 100)) <= 24)
  -- no third value
  AND NOT EXISTS (
    SELECT 1 FROM claims c
    WHERE c.entity = a.entity AND c.attribute = a.attribute AND c.counted = a.counted AND c.article NOT IN (a.article, b.article)
      AND clash(c.kind, c.low, c.high, a.low, a.high) AND clash(c.kind, c.low, c.high, b.low, b.high))
  AND a.attribute NOT IN ('consistency/one-count', 'consistency/one-deadline', 'consistency/one-growth', 'consistency/one-servings',
                          'consistency/one-share')
ORDER BY a.article, a.line, b.article, b.line;
