package dev.latchkey.tokenstore.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.latchkey.core.InvalidInputException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
    private final JdbcTokenStore store = JdbcTokenStore.on(DriverDataSource.of("jdbc:none"));

    @ParameterizedTest
    @ValueSource(strings = {"sessions", "S_1", "app.sessions", "_x._y"})
    void aTableIsNamedByAnIdentifierOrTwo(String name) {
        assertThatNoException().isThrownBy(() -> store.table(name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "1st", "a.b.c", "a.", ".b", "a b", "a;", "a--", "\"a\"", "tabl\u00e9", "a\n", "t'"})
    void nothingElseGetsIntoAStatement(String name) {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> store.table(name))
                .withMessageStartingWith("The name of the table must be an identifier");
    }

    @Test
    void aNameMayBeNoLongerThanPostgresqlTakes() {
        assertThatNoException().isThrownBy(() -> store.table("x".repeat(63)));
        assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> store.table("x".repeat(64)));
    }

    @Test
    void aStoreOpensNoConnectionBeforeItIsUsed() {
        AtomicInteger calls = new AtomicInteger();
        JdbcTokenStore.on(RiggedDataSource.of(DriverDataSource.of("jdbc:none"), call -> calls.incrementAndGet()))
                .table("t")
                .createTable(false);
        assertThat(calls).hasValue(0);
    }
}
