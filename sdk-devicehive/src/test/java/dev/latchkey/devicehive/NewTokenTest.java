package dev.latchkey.devicehive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.latchkey.core.InvalidInputException;
import dev.latchkey.core.json.JsonCodec;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class NewTokenTest {

    /** On the module path nobody but SLF4J reads the logging library. */
    @BeforeAll
    static void readTheLoggingLibrary() {
        Module tests = NewTokenTest.class.getModule();
        ModuleLayer.boot().findModule("ch.qos.logback.classic").ifPresent(tests::addReads);
        ModuleLayer.boot().findModule("ch.qos.logback.core").ifPresent(tests::addReads);
    }

    @Test
    void everythingGivenIsWritten() {
        NewToken token = NewToken.builder(10)
                .actions(Action.GET_NETWORK, Action.GET_DEVICE)
                .networks(1, 2)
                .deviceTypes(3)
                .expiration(Instant.parse("2027-01-01T00:00:00Z"))
                .refreshExpiration(Instant.parse("2027-06-01T12:34:56.789999Z"))
                .build();

        assertThat(written(token))
                .isEqualTo("{\"userId\":10,\"actions\":[\"GetNetwork\",\"GetDevice\"],\"networkIds\":[\"1\",\"2\"],"
                        + "\"deviceTypeIds\":[\"3\"],\"expiration\":\"2027-01-01T00:00:00.000\","
                        + "\"refreshExpiration\":\"2027-06-01T12:34:56.789\"}");
        assertThat(token)
                .hasToString(
                        "NewToken[userId=10, actions=[GetNetwork, GetDevice], networkIds=[1, 2], deviceTypeIds=[3],"
                                + " deviceIds=null, expiration=2027-01-01T00:00:00Z,"
                                + " refreshExpiration=2027-06-01T12:34:56.789999Z]");
        assertThat(JsonCodec.encode(NewTokenBody.JSON, JsonCodec.decode(NewTokenBody.JSON, written(token)))
                        .utf8())
                .isEqualTo(written(token));
    }

    @Test
    void allIsSaidSinceNothingReachesNothing() {
        assertThat(written(safe().actions(Action.NONE, Action.of(42)).build()))
                .isEqualTo("{\"userId\":10,\"actions\":[1,42],\"networkIds\":[\"*\"],\"deviceTypeIds\":[\"*\"]}");
        assertThat(written(NewToken.builder(10)
                        .actions(Action.ANY)
                        .allNetworks()
                        .allDevices()
                        .build()))
                .isEqualTo("{\"userId\":10,\"actions\":[\"*\"],\"networkIds\":[\"*\"],\"deviceIds\":[\"*\"]}");
    }

    @Test
    void allMayBeSpelledOut() {
        assertThat(written(safe().actions(Action.ANY)
                        .networks(List.of("*"))
                        .deviceTypes(List.of("*"))
                        .build()))
                .isEqualTo(written(safe().actions(Action.ANY).build()));
    }

    @Test
    void aLoginTokenTellsWhatItsUserReaches() {
        JwtPayload login = login(10L, List.of("1", "2"), List.of("3"));

        assertThat(written(NewToken.builder(10)
                        .actions(Action.ANY)
                        .networksOf(login)
                        .deviceTypesOf(login)
                        .build()))
                .contains("\"networkIds\":[\"1\",\"2\"],\"deviceTypeIds\":[\"3\"]");
    }

    @Test
    void theLoginTokenOfSomebodyElseIsRefused() {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> NewToken.builder(10).networksOf(login(11L, List.of("1"), null)))
                .withMessageContaining("user 11")
                .withMessageContaining("user 10");
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> NewToken.builder(10).deviceTypesOf(login(null, null, null)))
                .withMessageContaining("no user");
    }

    @Test
    void aTokenThatNamesNothingIsNoLimitToTake() {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> NewToken.builder(10).networksOf(login(10L, List.of(), null)))
                .withMessageContaining("names no networks")
                .withMessageContaining("reach none");
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> NewToken.builder(10).deviceTypesOf(login(10L, List.of("1"), null)))
                .withMessageContaining("names no device types");
    }

    @Test
    void noActionAtAllIsRefusedAndSaysWhy() {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> safe().build())
                .withMessageContaining("No action")
                .withMessageContaining("all that a client may do")
                .withMessageContaining("riskEveryClientAction()");
    }

    @Test
    void actionsOfWhichTheServerKnowsNoneAreRefusedByName() {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> safe().actions(Action.GET_DEVICE_STATE, Action.of("GetDevce"), Action.of(77))
                        .build())
                .withMessageContaining("[GetDeviceState, GetDevce, 77]");
    }

    @Test
    void whoTakesTheRiskMaySendThem() {
        assertThat(written(safe().riskEveryClientAction().build())).startsWith("{\"userId\":10,\"actions\":[],");
        assertThat(written(safe().actions(Action.GET_DEVICE_STATE)
                        .riskEveryClientAction()
                        .build()))
                .startsWith("{\"userId\":10,\"actions\":[\"GetDeviceState\"],");
    }

    @Test
    void oneUnknownActionAmongOthersIsAWarning() {
        assertThat(warnings(() ->
                        safe().actions(Action.GET_DEVICE, Action.of("GetDevce")).build()))
                .singleElement()
                .satisfies(warning -> {
                    assertThat(warning.getLevel()).isEqualTo(Level.WARN);
                    assertThat(warning.getFormattedMessage())
                            .contains("[GetDevce]")
                            .doesNotContain("GetDevice");
                });
        assertThat(warnings(() -> safe().actions(Action.GET_DEVICE).build())).isEmpty();
    }

    @Test
    void aNameWithALineBreakForgesNoLineOfTheLog() {
        assertThat(warnings(() -> safe().actions(Action.GET_DEVICE, Action.of("x\nWARN forged"))
                        .build()))
                .singleElement()
                .satisfies(warning -> assertThat(warning.getFormattedMessage()).doesNotContain("\n"));
    }

    @Test
    void networksAndDeviceTypesAreAChoice() {
        requireRefused(NewToken.builder(10).actions(Action.GET_DEVICE).allDeviceTypes(), "reach none");
        requireRefused(NewToken.builder(10).actions(Action.GET_DEVICE).allDeviceTypes(), "networksOf(");
        requireRefused(NewToken.builder(10).actions(Action.GET_DEVICE).allNetworks(), "allDeviceTypes()");
    }

    @Test
    void anEmptyLimitIsRefused() {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> safe().networks())
                .withMessageContaining("allNetworks()");
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> safe().deviceTypes(List.of()))
                .withMessageContaining("allDeviceTypes()");
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> safe().deviceIds("abc", " "))
                .withMessageContaining("devices");
    }

    /** The server issues such tokens, and answers 401 to them. */
    @Test
    void whatIsNoNumberIsNoNetworkAndNoDeviceType() {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> safe().networks(List.of("1", "abc")))
                .withMessageContaining("networks is no number");
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> safe().deviceTypes(List.of("1.5")))
                .withMessageContaining("device types is no number");
    }

    @Test
    void theLastDecisionCounts() {
        assertThat(written(safe().actions(Action.ANY).networks(1).allNetworks().build()))
                .contains("\"networkIds\":[\"*\"]");
    }

    @Test
    void aUserIdThatIsNoneIsRefused() {
        assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> NewToken.builder(0));
    }

    @Test
    void aTimeThatTheServerCannotReadIsRefused() {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> safe().expiration(Instant.parse("+10000-01-01T00:00:00Z")));
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> safe().refreshExpiration(Instant.parse("1969-12-31T23:59:59Z")));
    }

    private static JwtPayload login(Long userId, List<String> networks, List<String> deviceTypes) {
        return new JwtPayload(
                JwtPayload.Type.ACCESS, userId, null, List.of(Action.ANY), networks, deviceTypes, null, null);
    }

    private static NewToken.Builder safe() {
        return NewToken.builder(10).allNetworks().allDeviceTypes();
    }

    private static void requireRefused(NewToken.Builder builder, String advice) {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(builder::build)
                .withMessageContaining(advice);
    }

    private static String written(NewToken token) {
        return JsonCodec.encode(NewTokenBody.JSON, token.body()).utf8();
    }

    private static List<ILoggingEvent> warnings(Runnable code) {
        Logger logger = (Logger) LoggerFactory.getLogger(NewToken.class);
        ListAppender<ILoggingEvent> appender = new ListAppender<>();
        appender.start();
        logger.addAppender(appender);
        try {
            code.run();
        } finally {
            logger.detachAppender(appender);
        }
        return appender.list;
    }
}
