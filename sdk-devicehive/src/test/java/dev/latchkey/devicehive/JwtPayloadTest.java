package dev.latchkey.devicehive;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JwtPayloadTest {
    private static final Instant NEW_YEAR = Instant.parse("2027-01-01T00:00:00Z");

    @Test
    void aUsersTokenHasShortNames() {
        JwtPayload payload = decode("{'payload':{'a':[2,3],'e':1798761600000,'t':1,'u':10,'n':['1'],'dt':['1','3']}}");

        assertThat(payload)
                .isEqualTo(new JwtPayload(
                        JwtPayload.Type.ACCESS,
                        10L,
                        null,
                        List.of(Action.GET_NETWORK, Action.GET_DEVICE),
                        List.of("1"),
                        List.of("1", "3"),
                        null,
                        NEW_YEAR));
        assertThat(payload.isPlugin()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"deviceIds", "deviceGuids", "d"})
    void anOlderTokenHasLongNamesAndNamesOfActions(String devices) {
        JwtPayload payload = decode("{'payload':{'userId':1,'actions':['GetDevice','*'],'networkIds':['*'],'" + devices
                + "':['abc'],'expiration':1798761600000,'tokenType':'ACCESS'}}");

        assertThat(payload)
                .isEqualTo(new JwtPayload(
                        JwtPayload.Type.ACCESS,
                        1L,
                        null,
                        List.of(Action.GET_DEVICE, Action.ANY),
                        List.of("*"),
                        null,
                        List.of("abc"),
                        NEW_YEAR));
    }

    @Test
    void aPluginsTokenHasATopicAndNoUser() {
        JwtPayload payload = decode("{'payload':{'a':[4,5],'e':1798761600000,'t':0,'tpc':'plugin_topic_1'}}");

        assertThat(payload.isPlugin()).isTrue();
        assertThat(payload.topic()).isEqualTo("plugin_topic_1");
        assertThat(payload.type()).isEqualTo(JwtPayload.Type.REFRESH);
        assertThat(payload.userId()).isNull();
        assertThat(payload.networkIds()).isNull();
    }

    @Test
    void nothingSaidIsNotTheSameAsNothingNamed() {
        JwtPayload silent = decode("{'payload':{'a':null,'n':null,'dt':null}}");
        JwtPayload empty = decode("{'payload':{'a':[],'n':[],'dt':[]}}");
        JwtPayload any = decode("{'payload':{'a':[0],'n':['*'],'dt':['*']}}");

        assertThat(silent.actions()).isNull();
        assertThat(silent.networkIds()).isNull();
        assertThat(silent.permitsEveryClientAction()).isFalse();
        assertThat(empty.actions()).isEmpty();
        assertThat(empty.networkIds()).isEmpty();
        assertThat(empty.permitsEveryClientAction()).isTrue();
        assertThat(any.actions()).containsExactly(Action.ANY);
        assertThat(any.deviceTypeIds()).containsExactly("*");
        assertThat(any.permitsEveryClientAction()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"1, ACCESS", "0, REFRESH", "'''ACCESS''', ACCESS", "'''refresh''', REFRESH", "'''1''', ACCESS"})
    void theTypeIsANumberOrAName(String wire, JwtPayload.Type type) {
        assertThat(decode("{'payload':{'t':" + wire + "}}").type()).isEqualTo(type);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "'OTHER'", "null", "[]"})
    void aTypeThatIsNoneIsNotKnown(String wire) {
        assertThat(decode("{'payload':{'t':" + wire + "}}").type()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1798761600000",
                "'1798761600000'",
                "'2027-01-01T00:00:00.000'",
                "'2027-01-01T00:00:00'",
                "'2027-01-01T00:00:00.000Z'",
                "'2027-01-01T01:00:00+01:00'",
                "'2027-01-01'"
            })
    void anExpiryIsReadInEveryForm(String wire) {
        assertThat(decode("{'payload':{'e':" + wire + "}}").expiresAt()).isEqualTo(NEW_YEAR);
    }

    @Test
    void aStrangeMemberCostsNoOther() {
        JwtPayload payload =
                decode("{'payload':{'a':'all','e':'soon','u':{},'n':7,'dt':[1,2],'tpc':false,'x':[[]],'t':1}}");

        assertThat(payload)
                .isEqualTo(new JwtPayload(
                        JwtPayload.Type.ACCESS, null, null, null, List.of("7"), List.of("1", "2"), null, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "opaque",
                "a.b",
                "a.b.c",
                "a.b.c.d",
                "..",
                "eyJhbGciOiJIUzI1NiJ9..x",
                "eyJhbGciOiJIUzI1NiJ9.!!!!.x",
                "eyJhbGciOiJIUzI1NiJ9.e30.x",
                "eyJhbGciOiJIUzI1NiJ9.W10.x",
                "eyJhbGciOiJIUzI1NiJ9.eyJwYXlsb2FkIjpbXX0.x"
            })
    void whatIsNoTokenOfDeviceHivesIsNotRead(String token) {
        assertThat(JwtPayload.decode(token)).isEmpty();
    }

    @Test
    void theListsAreCopies() {
        JwtPayload payload = decode("{'payload':{'a':[2],'n':['1'],'dt':['1'],'d':['1']}}");

        assertThat(payload.actions()).isUnmodifiable();
        assertThat(payload.networkIds()).isUnmodifiable();
        assertThat(payload.deviceTypeIds()).isUnmodifiable();
        assertThat(payload.deviceIds()).isUnmodifiable();
    }

    private static JwtPayload decode(String claims) {
        return JwtPayload.decode(Marked.jwt(claims)).orElseThrow();
    }
}
