-- The table of Latchkey's JdbcTokenStore, for H2 2.x. The columns are explained in postgresql.sql.
CREATE TABLE IF NOT EXISTS latchkey_session (
    id            VARCHAR(64)            NOT NULL PRIMARY KEY,
    vendor        CHARACTER VARYING      NOT NULL,
    base_url      CHARACTER VARYING      NOT NULL,
    identity_name CHARACTER VARYING      NOT NULL,
    generation    BIGINT                 NOT NULL,
    version       BIGINT                 NOT NULL,
    session_json  CHARACTER LARGE OBJECT,
    revision      BIGINT                 NOT NULL,
    unfinished    SMALLINT               NOT NULL,
    updated_at    TIMESTAMP WITH TIME ZONE NOT NULL
);
