package dev.latchkey.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailureTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    The server failed.          |      |            | The server failed.
                    The server failed.          |      | Down       | The server failed: Down
                    The server failed.          |      | Down.      | The server failed: Down.
                    The server failed.          | down |            | The server failed [down]
                    The server failed.          | down | Down       | The server failed [down]: Down
                    It is over. Get another one.|      |            | It is over. Get another one.
                    It is over. Get another one.|      | Expired    | It is over: Expired. Get another one.
                    It is over. Get another one.| over | Expired.   | It is over [over]: Expired. Get another one.
                    no stop                     |      | Down       | no stop: Down
                    """)
    void theServersWordsFollowOnWhatWentWrong(
            String problem, @Nullable String code, @Nullable String said, String described) {
        assertThat(new Failure("GET", "/x", 503, problem, code, said, null, null))
                .hasToString("GET /x: 503 " + described);
    }
}
