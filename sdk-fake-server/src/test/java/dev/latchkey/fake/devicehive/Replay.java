package dev.latchkey.fake.devicehive;

import dev.latchkey.fake.Client;
import dev.latchkey.fake.Client.Answer;
import dev.latchkey.fake.internal.Json;
import dev.latchkey.testsupport.RecordedExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.Headers;
import okhttp3.RequestBody;

/** Sends recorded requests to a fake, and makes the answers comparable. */
final class Replay {
    private static final Pattern TOKEN = Pattern.compile("eyJ[\\w-]+\\.[\\w-]+\\.[\\w-]*");

    private final FakeDeviceHive fake;
    private final Client client;

    Replay(FakeDeviceHive fake, Client client) {
        this.fake = fake;
        this.client = client;
    }

    Answer send(RecordedExchange recording) throws IOException {
        UnaryOperator<String> resigned = recording.name().contains("signature") ? text -> text : this::resigned;
        List<String> headers = new ArrayList<>();
        recording
                .requestHeaders()
                .newBuilder()
                .removeAll("Host")
                .removeAll("Content-Length")
                .build()
                .forEach(header -> {
                    headers.add(header.getFirst());
                    headers.add(resigned.apply(header.getSecond()));
                });
        String url = "http://127.0.0.1:" + fake.port() + resigned.apply(recording.target());
        RequestBody body = recording.method().equals("GET")
                ? null
                : RequestBody.create(resigned.apply(recording.requestBody()).getBytes(StandardCharsets.UTF_8));
        return client.sendTo(url, recording.method(), body, headers.toArray(String[]::new));
    }

    /** The real server's secret is not known: what it has signed, the fake signs anew. */
    private String resigned(String text) {
        return replaced(TOKEN, text, token -> {
            Map<String, Object> claims = Json.asObject(Json.parse(claims(token.group())));
            return Jwt.sign(
                    Objects.requireNonNull(Json.asObject(claims.get("payload"))),
                    fake.settings().signingSecret(),
                    "");
        });
    }

    /** Those of a recorded answer. */
    static Map<String, String> headers(RecordedExchange recording) {
        return headers(recordedHeaders(recording));
    }

    static Map<String, String> headers(Headers headers) {
        Map<String, String> comparable = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.forEach(header -> comparable.put(header.getFirst(), header.getSecond()));
        comparable.remove("Connection");
        if (comparable.remove("Transfer-Encoding") != null || comparable.containsKey("Content-Type")) {
            // Some JSON was chunked.
            comparable.remove("Content-Length");
        }
        return comparable;
    }

    private static Headers recordedHeaders(RecordedExchange recording) {
        Headers.Builder headers = new Headers.Builder();
        recording.response().headers().lines().forEach(headers::add);
        return headers.build();
    }

    static Instant date(RecordedExchange recording) {
        String date = Objects.requireNonNull(recordedHeaders(recording).get("Date"));
        return ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
    }

    static String claims(String token) {
        return decoded(token.split("\\.", -1)[1]);
    }

    static String decoded(String base64) {
        return new String(Base64.getUrlDecoder().decode(base64), StandardCharsets.UTF_8);
    }

    static String replaced(Pattern pattern, String text, Function<MatchResult, String> by) {
        return pattern.matcher(text).replaceAll(match -> Matcher.quoteReplacement(by.apply(match)));
    }
}
