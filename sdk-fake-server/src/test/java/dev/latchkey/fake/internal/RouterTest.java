package dev.latchkey.fake.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouterTest {
    private final Router<String> router = new Router<>();

    @BeforeEach
    void addRoutes() {
        router.add("PUT", "/users/{id}", "update");
        router.add("PUT", "/users/change-password", "change password");
        router.add("GET", "/users/{id}/tokens", "tokens of a user");
        router.add("GET", "/users/batch/{what}", "batch");
        router.add("GET", "/users/{id}", "get");
    }

    @ParameterizedTest
    @CsvSource({
        "PUT, /users/7,               update",
        "PUT, /users/change-password, change password",
        "PUT, /users/change%2Dpassword, change password",
        "GET, /users/change-password, get",
        "GET, /users/7/tokens,        tokens of a user",
        "GET, /users/batch/tokens,    batch",
    })
    void theMostLiteralTemplateWins(String method, String path, String handler) {
        assertThat(router.find(method, path).handler()).isEqualTo(handler);
    }

    @ParameterizedTest
    @CsvSource({"GET, /users/", "GET, /users", "GET, /users/7/", "POST, /users/7", "GET, /"})
    void nothingElseMatches(String method, String path) {
        assertThat(router.find(method, path)).isNull();
    }

    @Test
    void variablesAreOneSegmentAndDecoded() {
        assertThat(router.find("GET", "/users/a%2Fb%25+c").variables()).containsEntry("id", "a/b%+c");
        assertThat(router.find("GET", "/users/100%").variables()).containsEntry("id", "100%");
    }

    @Test
    void theMethodsOfAPathAreKnown() {
        assertThat(router.methods("/users/7")).containsExactly("GET", "PUT");
        assertThat(router.methods("/nowhere")).isEmpty();
    }

    @Test
    void theSameEndpointAddedAgainIsReplaced() {
        router.add("GET", "/users/{id}", "another");

        assertThat(router.find("GET", "/users/7").handler()).isEqualTo("another");
    }

    @Test
    void aTemplateStartsWithASlash() {
        assertThatThrownBy(() -> router.add("GET", "users", "x")).isInstanceOf(IllegalArgumentException.class);
    }
}
