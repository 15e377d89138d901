package dev.latchkey.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.core.InvalidInputException;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class PathTemplateTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a/b",
                "a b",
                "..a",
                "...",
                "a..",
                "%2e%2e",
                "%2E",
                "a%2Fb",
                "?",
                "#",
                "\\",
                ";a=b",
                "+",
                "ä",
                "\uD83D\uDD11",
                "\uD83D\uDD11ab",
                "azAZ09`{@[/:",
                "\u0000x",
                "a\n",
                "a\tb",
                "{id}",
                "~-._",
                "/",
                "//",
                "../x",
                "%"
            })
    void whateverAValueHoldsItIsOneSegmentThatSaysTheSame(String value) {
        String path = PathTemplate.fill("/users/{id}/x", value);

        HttpUrl url = HttpUrl.get("https://example.com/")
                .newBuilder()
                .encodedPath(path)
                .build();
        assertThat(url.encodedPath()).isEqualTo(path);
        assertThat(url.pathSegments()).containsExactly("users", value, "x");
    }

    @Test
    void fillsParametersInOrder() {
        assertThat(PathTemplate.fill("/a/{one}/b/{two}", 1, "x")).isEqualTo("/a/1/b/x");
    }

    @Test
    void aSegmentMayHoldMoreThanItsParameter() {
        assertThat(PathTemplate.fill("/a/{name}.json", "x")).isEqualTo("/a/x.json");
    }

    @Test
    void aSlashAtTheEndStays() {
        assertThat(PathTemplate.fill("/a/")).isEqualTo("/a/");
        assertThat(PathTemplate.fill("/")).isEqualTo("/");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "\t\n", ".", ".."})
    void refusesAValueThatWouldReachAnotherPathAndNamesTheParameter(String value) {
        assertThatThrownBy(() -> PathTemplate.fill("/users/{userId}", new Object[] {value}))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("{userId}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uD83D", "a\uD83D", "\uD83Da", "\uDD11", "\uDD11\uD83D", "\uD83D\uD83D\uDD11"})
    void refusesHalfACharacterWhichWouldTravelAsAQuestionMark(String value) {
        assertThatThrownBy(() -> PathTemplate.fill("/users/{userId}", value))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("{userId}");
    }

    @Test
    void refusesTheWrongNumberOfParameters() {
        assertThatThrownBy(() -> PathTemplate.fill("/users/{id}/{x}", "LEAK7Q4Z"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("takes 2 parameters, but 1 was given")
                .hasMessageNotContaining("LEAK7Q4Z");
        assertThatThrownBy(() -> PathTemplate.fill("/users", "a", "b"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("takes 0 parameters, but 2 were given");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "users", "/a/../b", "/a/./b", "/..", "/.", "/a/%2e%2E/b", "/%2e", "/a/.%2e", "//evil.example.com",
                "/a//b", "/a?x=1", "/a#x", "/a b", "/a\\..\\b", "/ä", "/a\n", "/{id", "/a\"", "/a<"
            })
    void refusesATemplateThatWouldNotBeSentAsItIs(String template) {
        assertThatThrownBy(() -> PathTemplate.fill(template)).isInstanceOf(InvalidInputException.class);
    }
}
