package dev.latchkey.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.core.InvalidInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UserAgentTest {

    @Test
    void theVersionIsThatOfThePom() throws Exception {
        Matcher version = Pattern.compile("<version>([^<]+)</version>").matcher(Files.readString(Path.of("pom.xml")));

        assertThat(version.find()).isTrue();
        assertThat(UserAgent.VERSION).isEqualTo(version.group(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"portal", "portal/1.2", "my-app/2026.11.30+build~7"})
    void aProductIsOneWordAndAVersionIfThereIsOne(String product) {
        assertThat(UserAgent.of(UserAgent.checkedProduct(product))).startsWith(product + " latchkey/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "my portal", "portal/", "/1.2", "portal/1/2", "portal (test)", "p\u00f6rtal", "a\r\nX: y"})
    void anythingElseIsRefused(String product) {
        assertThatThrownBy(() -> UserAgent.checkedProduct(product)).isInstanceOf(InvalidInputException.class);
    }
}
