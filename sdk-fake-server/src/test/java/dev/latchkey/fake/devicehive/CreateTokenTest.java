package dev.latchkey.fake.devicehive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.fake.Client;
import dev.latchkey.fake.Client.Answer;
import dev.latchkey.fake.Tested;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code POST /token/create}. */
class CreateTokenTest {
    @Tested
    final FakeDeviceHive fake = FakeDeviceHive.withAdmin("admin", "adminLEAK7Q4Z");

    private final HiveClient client = new HiveClient(fake);
    private String admin;

    @BeforeEach
    void addJaneAndLogIn() {
        fake.addUser(FakeUser.client("jane", "janeLEAK7Q4Z").id(10).build());
        admin = fake.logIn("admin").accessToken();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "['GetNetwork','GETDEVICE','managetoken'] | 2 3 15",
                "[17, 2, 2, 'GetNetwork', 3.0] | 2 3 17",
                "['*'] | 0",
                "['none', 'GetDeviceState', 19, -1, 1e30] | ``",
                "[] | ``",
                "null | 1",
            })
    void actionsAreNamesOrNumbersAndUnknownOnesAreDropped(String actions, String expected) throws Exception {
        Answer answer = client.create(admin, "{'userId': 10, 'actions': " + actions + "}");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(fake.payload(answer.text("accessToken")).actions())
                .isEqualTo(expected.isEmpty() ? List.of() : numbers(expected));
        assertThat(fake.payload(answer.text("refreshToken")).actions())
                .isEqualTo(fake.payload(answer.text("accessToken")).actions());
    }

    @ParameterizedTest
    @ValueSource(strings = {"[2.5]", "[null]", "[true]", "[[2]]", "[{}]"})
    void actionsOfAnotherTypeAreRefused(String actions) throws Exception {
        Answer answer = client.create(admin, "{'userId': 10, 'actions': " + actions + "}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("message")).isEqualTo("Actions list should contain only Strings or Integers");
    }

    @Test
    void aTokenWithAnEmptyListOfActionsMayDoWhatAClientMayAndOneWithoutAListNothing() throws Exception {
        String everything =
                client.create(admin, "{'userId': 10, 'actions': []}").text("accessToken");
        String nothing = client.create(admin, "{'userId': 10}").text("accessToken");

        Answer widened = client.create(everything, "{'userId': 1, 'actions': ['*']}");
        assertThat(widened.status()).isEqualTo(201);
        assertThat(fake.payload(widened.text("accessToken")).actions()).containsExactly(0);
        assertThat(client.create(nothing, "{'userId': 10}").text("message")).isEqualTo("Access is denied");
        assertThat(fake.isAccessTokenAlive(nothing)).isTrue();
    }

    @Test
    void aTokenWhoseActionsAreNullMayDoNothing() throws Exception {
        String nothing = fake.sign(TokenPayload.userAccess(10).withActions((List<Integer>) null));

        assertThat(client.create(nothing, "{'userId': 10}").status()).isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'2027-01-01T00:00:00.000' | 2027-01-01T00:00:00Z",
                "'2027-01-01T00:00:00.000Z' | 2027-01-01T00:00:00Z",
                "'2027-01-01T02:00:00.5+02:00' | 2027-01-01T00:00:00.500Z",
                "'2027-01-01T02:00:00-0330' | 2027-01-01T05:30:00Z",
                "'2027-01-01T00:00:00' | 2027-01-01T00:00:00Z",
                "'2027-01-01' | 2027-01-01T00:00:00Z",
                "1798761600000 | 2027-01-01T00:00:00Z",
                "'1798761600000' | 2027-01-01T00:00:00Z",
                "'2001-01-01T00:00:00.000' | 2001-01-01T00:00:00Z",
            })
    void datesMayBeWrittenInManyWays(String date, Instant expected) throws Exception {
        Answer answer = client.create(admin, "{'userId': 10, 'expiration': " + date + "}");
        Answer refreshOnly = client.create(admin, "{'userId': 10, 'refreshExpiration': " + date + "}");

        assertThat(fake.payload(answer.text("accessToken")).expiresAt()).isEqualTo(expected);
        assertThat(fake.payload(answer.text("refreshToken")).expiresAt()).isEqualTo(expected);
        assertThat(fake.payload(refreshOnly.text("accessToken")).expiresAt()).isNotEqualTo(expected);
        assertThat(fake.payload(refreshOnly.text("refreshToken")).expiresAt()).isEqualTo(expected);
    }

    @Test
    void anEmptyDateIsNoneAndAPastOneATokenThatIsDeadOnArrival() throws Exception {
        String live = client.create(admin, "{'userId': 10, 'expiration': ''}").text("accessToken");
        String dead = client.create(admin, "{'userId': 10, 'expiration': '2001-01-01'}")
                .text("accessToken");

        assertThat(fake.isAccessTokenAlive(live)).isTrue();
        assertThat(fake.isAccessTokenAlive(dead)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'userId': 10, 'expiration': 'tomorrow'}",
                "{'userId': 10, 'expiration': '2027-13-01'}",
                "{'userId': 10, 'expiration': '+999999999-12-31'}",
                "{'userId': 'ten'}",
                "{'userId': 10.5}",
                "{'userId': 10, 'actions': 'GetNetwork'}",
                "{'userId': 10, 'networkIds': '1'}",
                "{'userId': 10, 'networkIds': [[]]}",
                "{'userId': 10,",
            })
    void whatCannotBeReadIsA400WhateverTheRights(String body) throws Exception {
        String nothing = fake.sign(TokenPayload.userAccess(10).withActions(1));

        for (String token : List.of(admin, nothing)) {
            Answer answer = client.create(token, body);
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.text("message")).isEqualTo("Invalid request parameters");
        }
    }

    @Test
    void theUserIdMayBeAText() throws Exception {
        Answer answer = client.create(admin, "{'userId': '10', 'networkIds': [1, '2', 1], 'deviceTypeIds': null}");

        TokenPayload payload = fake.payload(answer.text("accessToken"));
        assertThat(payload.userId()).isEqualTo(10);
        assertThat(payload.networkIds()).containsExactly("1", "2");
        assertThat(payload.deviceTypeIds()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"DISABLED", "LOCKED_OUT"})
    void aUserWhoIsNotActiveIsForbidden(UserStatus status) throws Exception {
        fake.changeStatus("jane", status);

        Answer answer = client.create(admin, "{'userId': 10}");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.text("message")).isEqualTo("User is locked or disabled");
    }

    @Test
    void anEmptyBodyIsAFailureOfTheServerUnlessNobodySendsIt() throws Exception {
        Answer failed = client.create(admin, "");

        assertThat(failed.status()).isEqualTo(500);
        assertThat(failed.body()).isEqualTo("{\"error\":500,\"message\":null}");
        assertThat(new Client(fake).postJson("/token/create", "").status()).isEqualTo(401);
    }

    @Test
    void aTokenForNetworksThatAreNoNumbersIsMadeAndNeverWorks() throws Exception {
        String token = client.create(admin, "{'userId': 10, 'actions': ['*'], 'networkIds': ['home']}")
                .text("accessToken");

        assertThat(fake.isAccessTokenAlive(token)).isFalse();
    }

    private static List<Integer> numbers(String text) {
        return List.of(text.split(" ", -1)).stream().map(Integer::valueOf).toList();
    }
}
