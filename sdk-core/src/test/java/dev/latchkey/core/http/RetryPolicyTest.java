package dev.latchkey.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.core.InvalidInputException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetryPolicyTest {
    private final RetryPolicy defaults = RetryPolicy.defaults();

    @Test
    void eachSettingChangesItselfAlone() {
        RetryPolicy policy = defaults.withMaxAttempts(7)
                .withInitialDelay(Duration.ofMillis(3))
                .withMaxDelay(Duration.ofSeconds(4))
                .withMaxRetryAfter(Duration.ofSeconds(5));

        assertThat(policy.maxAttempts()).isEqualTo(7);
        assertThat(policy.initialDelay()).isEqualTo(Duration.ofMillis(3));
        assertThat(policy.maxDelay()).isEqualTo(Duration.ofSeconds(4));
        assertThat(policy.maxRetryAfter()).isEqualTo(Duration.ofSeconds(5));
        assertThat(defaults.maxRetryAfter()).isEqualTo(Duration.ofSeconds(30));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 100})
    void fromOneToAHundredAttempts(int attempts) {
        assertThat(defaults.withMaxAttempts(attempts).maxAttempts()).isEqualTo(attempts);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 101})
    void noOtherNumber(int attempts) {
        assertThatThrownBy(() -> defaults.withMaxAttempts(attempts))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("from 1 to 100");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0.001S", "PT1H"})
    void delaysFromAMillisecondToAnHour(Duration delay) {
        assertThat(defaults.withInitialDelay(delay).initialDelay()).isEqualTo(delay);
        assertThat(defaults.withMaxRetryAfter(delay).maxRetryAfter()).isEqualTo(delay);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT-1S", "PT0S", "PT0.000999999S", "PT1H0.000000001S"})
    void noOtherDelay(Duration delay) {
        assertThatThrownBy(() -> defaults.withInitialDelay(delay))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("The initial delay");
        assertThatThrownBy(() -> defaults.withMaxDelay(delay))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("The longest delay");
        assertThatThrownBy(() -> defaults.withMaxRetryAfter(delay))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("The longest Retry-After");
    }
}
