-- The table of Latchkey's JdbcTokenStore, for PostgreSQL and most others.
-- Instead of TEXT write LONGTEXT for MySQL and MariaDB, CLOB for Oracle, HSQLDB, Derby and Db2; for SQL Server
-- VARCHAR(MAX), and DATETIME2 instead of TIMESTAMP. All texts are ASCII.
-- The application needs SELECT, INSERT and UPDATE on it, and no more.
-- Only session_json holds tokens: whoever may look but not act gets SELECT on the other columns.
CREATE TABLE latchkey_session (
    id            VARCHAR(64)   NOT NULL PRIMARY KEY,  -- SHA-256 of vendor, base URL and user
    vendor        VARCHAR(100),                        -- for instance controlbyweb
    base_url      VARCHAR(1000),                       -- of the vendor's server
    identity_name VARCHAR(1000),                       -- the user; what is longer is cut off
    generation    NUMERIC(19)   NOT NULL,              -- grows with every login and logout
    version       NUMERIC(19)   NOT NULL,              -- grows with every new token
    session_json  TEXT,                                -- the session with its tokens; without tokens it was logged out
    revision      NUMERIC(19)   NOT NULL,              -- grows with every change: who has not seen the last one changes nothing
    phase         VARCHAR(10)   NOT NULL,              -- FREE, ENTERED, SENT (the refresh token), UNANSWERED (left after that)
    holder        VARCHAR(64)   NOT NULL,              -- who entered last
    pulse         NUMERIC(19)   NOT NULL,              -- grows twice a second while somebody is in it and alive
    updated_at    TIMESTAMP     NOT NULL               -- of the last change, by the database's clock
);
