-- The table of Latchkey's JdbcTokenStore, for PostgreSQL 9.6 and later.
-- The application needs SELECT, INSERT and UPDATE on it, and no more.
-- Only session_json holds tokens: whoever may look but not act gets SELECT on the other columns.
CREATE TABLE IF NOT EXISTS latchkey_session (
    id            VARCHAR(64) NOT NULL PRIMARY KEY,  -- SHA-256 of the next three columns, which may be of any length
    vendor        TEXT        NOT NULL,              -- for instance controlbyweb
    base_url      TEXT        NOT NULL,              -- of the vendor's server
    identity_name TEXT        NOT NULL,              -- the user
    generation    BIGINT      NOT NULL,              -- grows with every login and logout
    version       BIGINT      NOT NULL,              -- grows with every new token
    session_json  TEXT,                              -- the session with its tokens; without tokens it was logged out
    revision      BIGINT      NOT NULL,              -- grows with every write: whoever has not seen the last may not write
    unfinished    SMALLINT    NOT NULL,              -- 1 from a process's first write on until it lets go of the row
    updated_at    TIMESTAMP WITH TIME ZONE NOT NULL  -- of the last write, by the database's clock
);
