package dev.latchkey.controlbyweb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.latchkey.core.ForbiddenException;
import dev.latchkey.core.MalformedResponseException;
import dev.latchkey.core.NotFoundException;
import dev.latchkey.core.ServerErrorException;
import dev.latchkey.core.UnauthorizedException;
import dev.latchkey.fake.Fault;
import dev.latchkey.fake.controlbyweb.FakeAccount;
import dev.latchkey.fake.controlbyweb.FakeControlByWeb;
import dev.latchkey.fake.controlbyweb.FakeUser;
import dev.latchkey.fake.junit.Fake;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CertificateRequestTokensTest {
    private static final String TOKENS = "/v1/accounts/{AccountId}/tokens";
    private static final String CREATE = "/v1/accounts/{AccountId}/tokens/create";
    private static final String ONE = "{\"token\":\"abc\",\"expires\":\"2020-09-15T04:18:32.000000Z\","
            + "\"created_at\":\"2020-09-14T16:18:32.123456Z\"}";

    @Fake
    final FakeControlByWeb fake = Marked.fake("jane");

    private ControlByWebClient client;
    private CertificateRequestTokens tokens;

    @BeforeEach
    void open() {
        client = ControlByWebClient.builder()
                .baseUrl(fake.baseUrl())
                .credentials("jane", Marked.PASSWORD)
                .build();
        tokens = client.certificateRequestTokens(1234);
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void aCreatedTokenIsAliveForTwelveHours() {
        CertificateRequestToken created = tokens.create().execute();

        assertThat(created.id()).isNull();
        assertThat(Duration.between(created.createdAt(), created.expiresAt())).isEqualTo(Duration.ofHours(12));
        assertThat(fake.acceptsCertificateRequestToken(created.token())).isTrue();
    }

    @Test
    void theListHasEachTokenUnderItsId() {
        CertificateRequestToken first = tokens.create().execute();
        CertificateRequestToken second = tokens.create().execute();

        List<CertificateRequestToken> listed = tokens.list().execute();

        assertThat(listed).extracting(CertificateRequestToken::token).containsExactly(first.token(), second.token());
        assertThat(listed)
                .extracting(CertificateRequestToken::id)
                .doesNotContainNull()
                .doesNotHaveDuplicates();
        assertThat(listed).isUnmodifiable();
    }

    @Test
    void noTokensAreAnEmptyList() {
        assertThat(tokens.list().execute()).isEmpty();
    }

    @Test
    void aListMayComeAsAnArrayWithoutIds() {
        fake.faults().on("GET", TOKENS).next(Fault.status(200).json("[" + ONE + "]"));

        assertThat(tokens.list().execute())
                .containsExactly(new CertificateRequestToken(
                        null,
                        "abc",
                        Instant.parse("2020-09-15T04:18:32Z"),
                        Instant.parse("2020-09-14T16:18:32.123456Z")));
    }

    @Test
    void aTokenWithoutExpiryIsNoToken() {
        fake.faults().on("GET", TOKENS).next(Fault.status(200).json("{\"6\":{\"token\":\"abc\"}}"));

        assertThatExceptionOfType(MalformedResponseException.class)
                .isThrownBy(() -> tokens.list().execute())
                .withMessageContaining("expires")
                .satisfies(e -> assertThat(e.rawBody()).isEmpty());
    }

    @Test
    void aDeletedTokenIsDeadAtOnce() {
        String token = tokens.create().execute().token();

        assertThat(tokens.delete(token).execute().message()).isEqualTo("success");

        assertThat(fake.acceptsCertificateRequestToken(token)).isFalse();
        assertThat(tokens.list().execute()).isEmpty();
    }

    @Test
    void aTokenThatDoesNotExistIsNotFoundAndNotShown() {
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> tokens.delete("no-such-token").execute())
                .satisfies(e -> assertThat(e.path()).isEqualTo("/v1/accounts/{AccountId}/tokens/{Token}"))
                .satisfies(e -> assertThat(e.toString()).doesNotContain("no-such-token"));
    }

    @Test
    void childAccountsAreReachedAndOthersAreForbidden() {
        fake.addAccount(FakeAccount.of(77, "Child").childOf(1234)).addAccount(FakeAccount.of(88, "Stranger"));

        assertThat(client.certificateRequestTokens(77).list().execute()).isEmpty();
        assertThatExceptionOfType(ForbiddenException.class)
                .isThrownBy(() -> client.certificateRequestTokens(88).create().execute());
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> client.certificateRequestTokens(99).list().execute());
    }

    @Test
    void numbersOfAccountsHave64Bits() {
        long large = 3_000_000_000L;
        fake.addAccount(FakeAccount.of(large, "Large"))
                .addUser(FakeUser.builder("ann", Marked.PASSWORD).account(large).build());
        try (ControlByWebClient ann = ControlByWebClient.builder()
                .baseUrl(fake.baseUrl())
                .credentials("ann", Marked.PASSWORD)
                .build()) {
            assertThat(ann.certificateRequestTokens(large).list().execute()).isEmpty();
            assertThat(ann.profile().orElseThrow().accountId()).isEqualTo(large);
        }
    }

    @Test
    void anEndedSessionIsUnauthorizedOnlyIfItCannotBeRenewed() {
        tokens.list().execute();
        fake.endSessions();
        assertThat(tokens.list().execute()).isEmpty();

        fake.faults().on("GET", TOKENS).always(Fault.status(401));
        assertThatExceptionOfType(UnauthorizedException.class)
                .isThrownBy(() -> tokens.list().execute());
    }

    @Test
    void listingAndDeletingAreRepeatedAndCreatingIsNot() {
        String token = tokens.create().execute().token();

        fake.faults().on("GET", TOKENS).next(Fault.status(503).retryAfter(0));
        assertThat(tokens.list().execute()).hasSize(1);

        fake.faults().on("DELETE", TOKENS + "/{Token}").next(Fault.status(503).retryAfter(0));
        tokens.delete(token).execute();

        fake.faults().on("POST", CREATE).next(Fault.status(503).retryAfter(0));
        assertThatExceptionOfType(ServerErrorException.class)
                .isThrownBy(() -> tokens.create().execute());
    }
}
