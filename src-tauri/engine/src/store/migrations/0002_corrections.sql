-- Pull requests of a source, and what people correct by hand.

-- Merged pull requests, in the order they were read; part of their source's seal.
CREATE TABLE pull_request (
    source       INTEGER NOT NULL REFERENCES source (id) ON DELETE CASCADE,
    seq          INTEGER NOT NULL,
    number       TEXT    NOT NULL,
    merged_sha   TEXT,
    head_sha     TEXT,
    first_commit INTEGER,
    authored     TEXT    NOT NULL, -- JSON, author dates
    last_commit  INTEGER,
    opened       INTEGER,
    first_review INTEGER,
    merged       INTEGER,
    bot          INTEGER NOT NULL CHECK (bot IN (0, 1)),
    line         INTEGER NOT NULL,
    PRIMARY KEY (source, seq)
) STRICT, WITHOUT ROWID;

-- The log of corrections. Rows are only ever added: taking one back is a row that names it. The data itself stays.
CREATE TABLE correction (
    id         INTEGER PRIMARY KEY,
    team       INTEGER NOT NULL REFERENCES team (id),
    at         INTEGER NOT NULL,
    what       TEXT,                               -- JSON; NULL when it takes another one back
    reason     TEXT    NOT NULL,
    takes_back INTEGER UNIQUE REFERENCES correction (id),
    seal       BLOB    NOT NULL CHECK (length(seal) = 8),
    CHECK ((what IS NULL) = (takes_back IS NOT NULL))
) STRICT;
CREATE TRIGGER correction_is_never_changed BEFORE UPDATE ON correction
BEGIN SELECT raise(ABORT, 'a correction is never overwritten'); END;
CREATE TRIGGER correction_is_never_deleted BEFORE DELETE ON correction
BEGIN SELECT raise(ABORT, 'a correction is never deleted'); END;
