package dev.latchkey.fake.webitel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.latchkey.fake.Client.Answer;
import dev.latchkey.fake.internal.Json;
import dev.latchkey.testsupport.Recording;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Holds the fake's answers against those that the real server gave to the same requests, file by file. */
class RecordingsTest {
    /** What is random or dated in an answer: of these only the JSON type counts. */
    private static final Set<String> DIFFERENT_EACH_TIME = Set.of("key", "token", "expires");

    @TestFactory
    Stream<DynamicTest> theFakeAnswersAsTheRecordedServerDid() {
        return Recording.all("webitel").stream()
                .map(recording -> dynamicTest(recording.name(), () -> compare(recording)));
    }

    @Test
    void allRecordingsAreThere() {
        assertThat(Recording.all("webitel")).hasSizeGreaterThanOrEqualTo(13);
    }

    private static void compare(Recording recording) throws Exception {
        try (FakeWebitel fake = FakeWebitel.withUser(RecordedRequests.USER, RecordedRequests.PASSWORD)) {
            fake.addUser(FakeUser.builder("root", RecordedRequests.PASSWORD).build());
            fake.settings().answers(WebitelAnswers.OBSERVED);

            Answer answer = new RecordedRequests(fake).send(recording.situation());

            assertThat(answer.status()).isEqualTo(recording.status());
            assertThat(withoutChance(answer.json())).isEqualTo(withoutChance(Json.parse(recording.body())));
            assertThat(answer.header("Content-Type")).isEqualTo("application/json; charset=utf-8");
            assertThat(recording.headers()).contains("X-Powered-By: " + answer.header("X-Powered-By"));
            requireLifetime(fake, answer);
        }
    }

    private static void requireLifetime(FakeWebitel fake, Answer answer) {
        if (answer.members().get("expires") instanceof Long expires) {
            long left = expires - fake.clock().instant().toEpochMilli();
            assertThat(Duration.ofMillis(left)).isBetween(Duration.ofDays(99), Duration.ofDays(100));
        }
    }

    /** The members in their order; the types in the place of values that no two answers share. */
    private static Object withoutChance(Object json) {
        Map<String, Object> members = new LinkedHashMap<>(Json.asObject(json));
        members.replaceAll((name, value) ->
                DIFFERENT_EACH_TIME.contains(name) ? value.getClass().getSimpleName() : value);
        members.computeIfPresent("id", (name, id) -> withoutUuid((String) id));
        return List.copyOf(members.entrySet());
    }

    private static String withoutUuid(String id) {
        return id.replaceFirst("^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}@", "(uuid)@");
    }
}
