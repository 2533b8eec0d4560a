-- The workspace file, version 1.
--
-- Rows marked "seal" carry the first eight bytes of a SHA-256 over their own content: SQLite does not
-- notice a flipped bit inside a value, the seal does. Times are seconds since 1970 in UTC.
-- Nothing here has a name or an address of a person, a commit message or code.

-- Whose workspace this is; one row.
CREATE TABLE workspace (
    one          INTEGER PRIMARY KEY CHECK (one = 1),
    organisation TEXT    NOT NULL,
    sample       INTEGER NOT NULL CHECK (sample IN (0, 1)),
    created      INTEGER NOT NULL,
    -- Key of the author hashes. It never leaves the file: without it the hashes are only labels.
    author_key   BLOB    NOT NULL CHECK (length(author_key) = 32),
    seal         BLOB    NOT NULL CHECK (length(seal) = 8)
) STRICT;

-- When something was last saved; written by every change, in its transaction.
CREATE TABLE saved (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    at  INTEGER NOT NULL
) STRICT;

CREATE TABLE setting (
    key   TEXT PRIMARY KEY,
    value TEXT NOT NULL, -- JSON
    at    INTEGER NOT NULL,
    seal  BLOB NOT NULL CHECK (length(seal) = 8)
) STRICT;

CREATE TABLE team (
    id   INTEGER PRIMARY KEY,
    name TEXT    NOT NULL UNIQUE,
    seal BLOB    NOT NULL CHECK (length(seal) = 8)
) STRICT;

CREATE TABLE service (
    id   INTEGER PRIMARY KEY,
    team INTEGER NOT NULL REFERENCES team (id),
    name TEXT    NOT NULL,
    seal BLOB    NOT NULL CHECK (length(seal) = 8),
    UNIQUE (team, name)
) STRICT;

-- One sitting of a team with one question set and one version of the model.
CREATE TABLE assessment (
    id       INTEGER PRIMARY KEY,
    team     INTEGER NOT NULL REFERENCES team (id),
    name     TEXT    NOT NULL,
    "set"    TEXT    NOT NULL,
    model    TEXT    NOT NULL,
    started  INTEGER NOT NULL,
    position TEXT,               -- the capability where the person left off
    frozen   INTEGER NOT NULL DEFAULT 0 CHECK (frozen IN (0, 1)),
    seal     BLOB    NOT NULL CHECK (length(seal) = 8)
) STRICT;
CREATE INDEX assessment_of_team ON assessment (team);

-- What the team marked to come back to.
CREATE TABLE mark (
    assessment INTEGER NOT NULL REFERENCES assessment (id),
    capability TEXT    NOT NULL,
    seal       BLOB    NOT NULL CHECK (length(seal) = 8),
    PRIMARY KEY (assessment, capability)
) STRICT, WITHOUT ROWID;

-- The log of answers. Rows are only ever added. The current answer to a capability is what its latest
-- row points at with `said`: itself for an answer, an earlier row for an undo or a redo, NULL for "cleared".
CREATE TABLE answer (
    id         INTEGER PRIMARY KEY,
    assessment INTEGER NOT NULL REFERENCES assessment (id),
    capability TEXT    NOT NULL,
    at         INTEGER NOT NULL,
    step       TEXT    NOT NULL CHECK (step IN ('answer', 'undo', 'redo')),
    said       INTEGER REFERENCES answer (id),
    round      INTEGER NOT NULL CHECK (round >= 0), -- how many times this was answered; 0 unless said = id
    state      TEXT,                                -- NULL unless said = id, like the three below
    reason     TEXT,
    owner      TEXT,
    note       TEXT,
    seal       BLOB    NOT NULL CHECK (length(seal) = 8),
    CHECK ((state IS NOT NULL) = (said IS NOT NULL AND said = id))
) STRICT;
CREATE INDEX answer_of_capability ON answer (assessment, capability, id);

-- The votes of an answer, in the order they were given.
CREATE TABLE vote (
    answer     INTEGER NOT NULL REFERENCES answer (id),
    seat       INTEGER NOT NULL CHECK (seat >= 0),
    level      INTEGER NOT NULL CHECK (level BETWEEN 0 AND 4),
    share      REAL    NOT NULL CHECK (share >= 0 AND share < 1),
    confidence TEXT    NOT NULL,
    PRIMARY KEY (answer, seat)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER answer_is_never_changed BEFORE UPDATE ON answer
BEGIN SELECT raise(ABORT, 'an answer is never overwritten'); END;
CREATE TRIGGER answer_is_never_deleted BEFORE DELETE ON answer
BEGIN SELECT raise(ABORT, 'an answer is never deleted'); END;
CREATE TRIGGER answer_not_when_frozen BEFORE INSERT ON answer
WHEN (SELECT frozen FROM assessment WHERE id = new.assessment) = 1
BEGIN SELECT raise(ABORT, 'the assessment is frozen'); END;
CREATE TRIGGER vote_is_never_changed BEFORE UPDATE ON vote
BEGIN SELECT raise(ABORT, 'a vote is never overwritten'); END;
CREATE TRIGGER vote_is_never_deleted BEFORE DELETE ON vote
BEGIN SELECT raise(ABORT, 'a vote is never deleted'); END;
CREATE TRIGGER vote_not_when_frozen BEFORE INSERT ON vote
WHEN (SELECT s.frozen FROM answer a JOIN assessment s ON s.id = a.assessment WHERE a.id = new.answer) = 1
BEGIN SELECT raise(ABORT, 'the assessment is frozen'); END;
CREATE TRIGGER mark_not_when_frozen BEFORE INSERT ON mark
WHEN (SELECT frozen FROM assessment WHERE id = new.assessment) = 1
BEGIN SELECT raise(ABORT, 'the assessment is frozen'); END;
CREATE TRIGGER unmark_not_when_frozen BEFORE DELETE ON mark
WHEN (SELECT frozen FROM assessment WHERE id = old.assessment) = 1
BEGIN SELECT raise(ABORT, 'the assessment is frozen'); END;
CREATE TRIGGER assessment_stays_frozen BEFORE UPDATE ON assessment
WHEN old.frozen = 1 AND new.frozen = 0
BEGIN SELECT raise(ABORT, 'the assessment is frozen'); END;
CREATE TRIGGER assessment_keeps_its_model BEFORE UPDATE OF id, team, name, "set", model, started ON assessment
BEGIN SELECT raise(ABORT, 'an assessment keeps its question set and model'); END;

-- What was read for a service. The seal covers the source with its history, deployments, incidents, rejects.
CREATE TABLE source (
    id       INTEGER PRIMARY KEY,
    service  INTEGER NOT NULL REFERENCES service (id),
    name     TEXT    NOT NULL, -- a file or folder name, never a path
    kind     TEXT    NOT NULL,
    records  INTEGER NOT NULL,
    accepted INTEGER NOT NULL,
    rejected INTEGER NOT NULL,
    first    INTEGER,
    last     INTEGER,
    sha256   TEXT    NOT NULL,
    settings TEXT    NOT NULL, -- JSON, pairs
    notes    TEXT    NOT NULL, -- JSON
    left_out TEXT    NOT NULL, -- JSON, names of tags
    kept     INTEGER NOT NULL,
    seal     BLOB    NOT NULL CHECK (length(seal) = 8),
    UNIQUE (service, kind, name)
) STRICT;

-- Commits of a repository as one blob: layout in store/history.rs.
CREATE TABLE history (
    source  INTEGER NOT NULL REFERENCES source (id) ON DELETE CASCADE,
    seq     INTEGER NOT NULL,
    service TEXT    NOT NULL,
    commits BLOB    NOT NULL,
    PRIMARY KEY (source, seq)
) STRICT;

CREATE TABLE deployment (
    source        INTEGER NOT NULL REFERENCES source (id) ON DELETE CASCADE,
    seq           INTEGER NOT NULL,
    source_id     TEXT    NOT NULL,
    attempt       INTEGER NOT NULL,
    service       TEXT    NOT NULL, -- empty: the service the source was read for
    environment   TEXT    NOT NULL,
    revision      TEXT,
    label         TEXT,
    started       INTEGER,
    finished      INTEGER NOT NULL,
    outcome       TEXT    NOT NULL,
    rollback      INTEGER NOT NULL,
    hotfix        INTEGER NOT NULL,
    lower_bound   INTEGER NOT NULL, -- `finished` is a lower bound
    change_number TEXT,
    line          INTEGER NOT NULL,
    PRIMARY KEY (source, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE incident (
    source    INTEGER NOT NULL REFERENCES source (id) ON DELETE CASCADE,
    seq       INTEGER NOT NULL,
    source_id TEXT    NOT NULL,
    service   TEXT,
    started   INTEGER NOT NULL,
    detected  INTEGER,
    resolved  INTEGER,
    severity  TEXT,
    caused_by TEXT,
    line      INTEGER NOT NULL,
    PRIMARY KEY (source, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE reject (
    source INTEGER NOT NULL REFERENCES source (id) ON DELETE CASCADE,
    seq    INTEGER NOT NULL,
    line   INTEGER NOT NULL,
    field  TEXT,
    code   TEXT    NOT NULL,
    value  TEXT    NOT NULL,
    PRIMARY KEY (source, seq)
) STRICT, WITHOUT ROWID;

-- The newest repository scan of a service.
CREATE TABLE scan (
    service INTEGER NOT NULL REFERENCES service (id),
    name    TEXT    NOT NULL,
    json    TEXT    NOT NULL,
    at      INTEGER NOT NULL,
    seal    BLOB    NOT NULL CHECK (length(seal) = 8),
    PRIMARY KEY (service, name)
) STRICT;

-- Frozen baselines. Opening one again gives the same numbers: nothing may touch a row.
CREATE TABLE baseline (
    id     INTEGER PRIMARY KEY,
    team   INTEGER NOT NULL REFERENCES team (id),
    name   TEXT    NOT NULL,
    hash   TEXT    NOT NULL, -- SHA-256 of json, in hex; printed in the report
    at     INTEGER NOT NULL,
    parent INTEGER REFERENCES baseline (id),
    json   TEXT    NOT NULL,
    seal   BLOB    NOT NULL CHECK (length(seal) = 8)
) STRICT;
CREATE TRIGGER baseline_is_never_changed BEFORE UPDATE ON baseline
BEGIN SELECT raise(ABORT, 'a baseline is frozen'); END;
CREATE TRIGGER baseline_is_never_deleted BEFORE DELETE ON baseline
BEGIN SELECT raise(ABORT, 'a baseline is frozen'); END;
