package dev.latchkey.fake.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import okio.ByteString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Frames that come whole and byte by byte, in hex. */
class Http2StreamsTest {
    private static final String PREFACE =
            ByteString.encodeUtf8("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n").hex();
    private static final String SETTINGS = "000000040000000000";
    private static final String HEADERS_1 = "000003010500000001828684";
    private static final String HEADERS_1_TO_BE_CONTINUED = "000003010100000001828684";
    private static final String CONTINUATION_1 = "000001090400000001" + "87";
    private static final String RESET_1 = "00000403000000000100000008";
    private static final String DATA_1_LAST = "000002000100000001" + "6869";
    private static final String ANSWER_1 = "00000101050000000188";
    private static final String MARK_1 = "000018090400000001" + "0014"
            + ByteString.encodeUtf8("latchkey-fake-stream").hex() + "0131";

    private final Connection connection = new Connection(new Socket(), new IdleTimer());

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 8192})
    void aRequestIsMarkedWithItsStream(int atOnce) throws Exception {
        assertThat(received(PREFACE + SETTINGS + HEADERS_1, atOnce))
                .isEqualTo(PREFACE + SETTINGS + "000003010100000001828684" + MARK_1);
        assertThat(connection.idleNanos()).isNegative();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 8192})
    void theMarkComesBehindTheLastOfTheHeaders(int atOnce) throws Exception {
        assertThat(received(PREFACE + HEADERS_1_TO_BE_CONTINUED + CONTINUATION_1, atOnce))
                .isEqualTo(PREFACE + HEADERS_1_TO_BE_CONTINUED + "00000109000000000187" + MARK_1);
    }

    @Test
    void trailersAreNotMarked() throws Exception {
        String sent = PREFACE + HEADERS_1 + HEADERS_1;

        assertThat(received(sent, 8192)).isEqualTo(PREFACE + HEADERS_1.replace("0105", "0101") + MARK_1 + HEADERS_1);
    }

    @Test
    void aClientThatResetsItsStreamWantsNoAnswer() throws Exception {
        received(PREFACE + HEADERS_1 + RESET_1, 8192);
        assertThat(connection.closeIfIdle(0)).isFalse(); // it has ended with the bytes
        assertThat(connection.idleNanos()).isNegative();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 8192})
    void anAnswerEndsWithItsLastByte(int atOnce) throws Exception {
        connection.arrives(1);
        String answer = "000001010400000001" + "88" + DATA_1_LAST;

        assertThat(sent(answer.substring(0, answer.length() - 2), atOnce)).hasSize(answer.length() - 2);
        assertThat(connection.idleNanos()).isNegative();

        assertThat(sent(answer, atOnce)).isEqualTo(answer);
        assertThat(connection.idleNanos()).isNotNegative();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 8192})
    void aRefusalStandsInThePlaceOfTheAnswer(int atOnce) throws Exception {
        connection.refuse(1);
        assertThat(sent(SETTINGS + ANSWER_1 + SETTINGS, atOnce))
                .isEqualTo(SETTINGS + "000004030000000001" + "00000007" + SETTINGS);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 8192})
    void aGoodbyeNamesTheStreamBefore(int atOnce) throws Exception {
        connection.goAway(1);
        assertThat(sent(ANSWER_1, atOnce)).isEqualTo("000008070000000000" + "00000000" + "00000000");
        connection.goAway(7);
        assertThat(sent(ANSWER_1.replace("00000001", "00000007"), atOnce))
                .isEqualTo("000008070000000000" + "00000005" + "00000000");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 8192})
    void anInterimAnswerComesBeforeTheAnswer(int atOnce) throws Exception {
        connection.interim(1, 103);
        assertThat(sent(ANSWER_1, atOnce)).isEqualTo("000005010400000001" + "0803313033" + ANSWER_1);
    }

    private String received(String hex, int atOnce) throws IOException {
        byte[] bytes = ByteString.decodeHex(hex).toByteArray();
        ByteArrayInputStream slow = new ByteArrayInputStream(bytes) {
            @Override
            public int read(byte[] into, int offset, int length) {
                return super.read(into, offset, Math.min(length, atOnce));
            }
        };
        return ByteString.of(new Http2Input(slow, connection).readAllBytes()).hex();
    }

    private String sent(String hex, int atOnce) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ByteString whole = ByteString.decodeHex(hex);
        Http2Output out = new Http2Output(bytes, connection);
        for (int i = 0; i < whole.size(); i += atOnce) {
            byte[] part = whole.substring(i, Math.min(whole.size(), i + atOnce)).toByteArray();
            out.write(part, 0, part.length);
        }
        return ByteString.of(bytes.toByteArray()).hex();
    }
}
