-- The table of Latchkey's JdbcTokenStore, in standard SQL. The columns are explained in postgresql.sql.
-- Where a database has no CLOB, take its type for long text in Unicode: MySQL and MariaDB LONGTEXT (utf8mb4, InnoDB),
-- SQL Server NVARCHAR(MAX). Where TIMESTAMP is something else, take its type for a point in time: SQL Server DATETIME2.
CREATE TABLE latchkey_session (
    id            VARCHAR(64) NOT NULL PRIMARY KEY,
    vendor        CLOB        NOT NULL,
    base_url      CLOB        NOT NULL,
    identity_name CLOB        NOT NULL,
    generation    BIGINT      NOT NULL,
    version       BIGINT      NOT NULL,
    session_json  CLOB,
    revision      BIGINT      NOT NULL,
    unfinished    SMALLINT    NOT NULL,
    updated_at    TIMESTAMP   NOT NULL
);
