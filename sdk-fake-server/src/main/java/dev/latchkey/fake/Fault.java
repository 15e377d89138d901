package dev.latchkey.fake;

import dev.latchkey.fake.Wire.Ending;
import dev.latchkey.fake.internal.HttpDate;
import dev.latchkey.fake.internal.Json;
import dev.latchkey.fake.internal.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * One way in which a call goes wrong. A value: immutable, to be given to {@link Faults} as often as wanted.
 *
 * <p>Each fault says whether the request is <em>executed</em>, that is whether the fake's state changes (tokens rotate,
 * a user is created), although the client may never learn of it. The default is what happens in the field, and
 * {@link #executed()} and {@link #notExecuted()} change it. The journal says what was done.
 *
 * <table>
 * <caption>Defaults</caption>
 * <tr><th>not executed</th><th>executed</th></tr>
 * <tr><td>status, html, gateway, gatewayText, loginPage, redirectToLogin, echo, reset, dropped, silent, refusedStream,
 * goAway</td>
 * <td>answerLost, truncated, garbage, oversize, gzipBomb, endlessHeader, endlessHeaders, endlessChunkLine,
 * endlessGzipField, slowDrip, emptyBody, noContent, resetContent, interim, amended, delay</td></tr>
 * </table>
 *
 * <p>Endless means until the client or the fake closes the connection. On HTTP/2, a fault that ends the connection ends it
 * for the other requests on it too. What one of the two protocols does not have is answered 500, with the reason as text.
 *
 * <pre>{@code
 * fake.faults().next(Fault.status(503).retryAfter(1));
 * fake.faults().on("POST", "/v1/auth/token").next(Fault.answerLost());
 * }</pre>
 */
public final class Fault {
    private final String name;
    private final boolean executes;
    private final boolean needsAnswer;
    private final Duration delayBefore;
    private final Duration delayAfter;
    private final Effect effect;

    private Fault(
            String name,
            boolean executes,
            boolean needsAnswer,
            Duration delayBefore,
            Duration delayAfter,
            Effect effect) {
        this.name = name;
        this.executes = executes;
        this.needsAnswer = needsAnswer;
        this.delayBefore = delayBefore;
        this.delayAfter = delayAfter;
        this.effect = effect;
    }

    /** Any status, 200 to 599, with a small JSON body; {@link #json} and {@link #body} put another. Not executed. */
    public static Fault status(int status) {
        return answering("status " + status, FakeResponse.json(status, Json.object("message", Reason.of(status))));
    }

    /** An HTML page with this status where JSON is due, as proxies and captive portals send it. Not executed. */
    public static Fault html(int status) {
        String page = "<!DOCTYPE html>\n<html><head><title>Please wait</title></head><body>Please wait</body></html>\n";
        return answering("html " + status, FakeResponse.html(status, page));
    }

    /**
     * An error page of HTML from a gateway, firewall or proxy in front of the server, which says nothing about tokens. 401
     * and 407 carry a challenge, as they do in the field. Not executed.
     */
    public static Fault gateway(int status) {
        return answering("gateway " + status, FrontAnswers.page(status));
    }

    /** The same in plain text. Not executed. */
    public static Fault gatewayText(int status) {
        return answering("gateway text " + status, FrontAnswers.text(status));
    }

    /** A login form with status 200 where JSON is due. Not executed. */
    public static Fault loginPage() {
        return answering("login page", FrontAnswers.loginPage());
    }

    /** A redirect, 302, to {@code /login}. Not executed. */
    public static Fault redirectToLogin() {
        return answering("redirect to login", FrontAnswers.redirectToLogin());
    }

    /** A 400 that quotes the request: its line, its headers with their secrets, its body. Not executed. */
    public static Fault echo(Echo spelling) {
        return echo(spelling, 400);
    }

    /** The same with another status; {@link Echo#NO_HTTP} sends none. */
    public static Fault echo(Echo spelling, int status) {
        String name = "echo " + spelling;
        return spelling == Echo.NO_HTTP
                ? instead(
                        name,
                        onHttp1(
                                name,
                                (wire, request) -> wire.raw(RawAnswer.of(Echoes.whole(request)))
                                        .ending(Ending.CLOSED_WITHOUT_ANSWER)))
                : instead(name, (wire, request) -> Wire.plain(Echoes.answer(spelling, status, request)));
    }

    /** The request is read and never answered, until the client goes or the fake is closed. Not executed. */
    public static Fault silent() {
        return instead("silent", wire -> wire.ending(Ending.SILENT));
    }

    /** HTTP/2 only: the stream is refused ({@code REFUSED_STREAM}), so the request was certainly not executed. */
    public static Fault refusedStream() {
        return instead("refused stream", onHttp2("refused stream", Ending.REFUSED_STREAM));
    }

    /** HTTP/2 only: the server goes away ({@code GOAWAY}) and says that it did not process the request. */
    public static Fault goAway() {
        return instead("go away", onHttp2("go away", Ending.GONE_AWAY));
    }

    /**
     * The connection is reset before the server looks at the request. (The fake has to read it, since a fault may be
     * bound to an endpoint; the client sees what it sees when nobody reads: a reset rather than an orderly end.)
     */
    public static Fault reset() {
        return instead("reset", wire -> wire.ending(Ending.RESET));
    }

    /** The request is read, then the connection is closed without an answer. Not executed. */
    public static Fault dropped() {
        return instead("dropped", wire -> wire.ending(Ending.CLOSED_WITHOUT_ANSWER));
    }

    /** The request is read and executed, then the connection is closed without an answer. */
    public static Fault answerLost() {
        return dropped().named("answer lost").executed();
    }

    /** Half of the body arrives, then the connection is closed; its announced length was right. Executed. */
    public static Fault truncated() {
        return onAnswer(
                "truncated",
                wire -> wire.content(FaultBodies.truncated(wire.response().bytes()))
                        .ending(Ending.CLOSED_WITHIN_ANSWER));
    }

    /** Bytes that are no JSON, with the status and the content type of the real answer. Executed. */
    public static Fault garbage() {
        return onAnswer("garbage", wire -> wire.response(real -> FaultBodies.replaced(real, FaultBodies.garbage())));
    }

    /** A JSON object of this many bytes, with the status of the real answer. Executed. */
    public static Fault oversize(long bytes) {
        return onAnswer("oversize", wire -> wire.content(FaultBodies.oversize(bytes)));
    }

    /** A small gzip body that unpacks to a JSON object of this many bytes. Executed. */
    public static Fault gzipBomb(long unpackedBytes) {
        var bomb = FaultBodies.gzipBomb(unpackedBytes);
        return onAnswer(
                "gzip bomb",
                wire -> wire.response(real -> FaultBodies.replaced(real, bomb).header("Content-Encoding", "gzip")));
    }

    /** A header line without end. HTTP/1.1 only. Executed. */
    public static Fault endlessHeader() {
        return raw("endless header", RawAnswer.endless("X-Endless: ", "x"));
    }

    /** Header lines without end. HTTP/1.1 only. Executed. */
    public static Fault endlessHeaders() {
        return raw("endless headers", RawAnswer.endless("", "X-Endless: x\r\n"));
    }

    /** A chunked body whose first chunk's size line, with its extension, has no end. HTTP/1.1 only. Executed. */
    public static Fault endlessChunkLine() {
        return raw("endless chunk line", RawAnswer.endless("Transfer-Encoding: chunked\r\n\r\n1;x=", "x"));
    }

    /** A gzip body whose header holds a file name without end. Executed. */
    public static Fault endlessGzipField() {
        return onAnswer(
                "endless gzip field",
                wire -> wire.response(real -> real.header("Content-Encoding", "gzip"))
                        .content(FaultBodies.endlessGzipField()));
    }

    /** A 204 that announces and sends the real answer's body all the same. Executed. */
    public static Fault noContent() {
        return onAnswer(
                "no content",
                wire -> wire.response(real -> real.status(204)).content(FaultBodies.unexpected(wire.response())));
    }

    /** A 205 that announces and sends the real answer's body all the same. Executed. */
    public static Fault resetContent() {
        return onAnswer(
                "reset content",
                wire -> wire.response(real -> real.status(205)).content(FaultBodies.unexpected(wire.response())));
    }

    /**
     * The real answer behind an interim one. Executed.
     *
     * @param status 100 to 199, but not 101, which changes the protocol: {@code 103} is Early Hints
     */
    public static Fault interim(int status) {
        if (status < 100 || status > 199 || status == 101) {
            throw new IllegalArgumentException("an interim status is 100 to 199 and not 101, so not " + status);
        }
        return onAnswer("interim " + status, wire -> wire.interim(status));
    }

    /** The headers at once, then this many bytes of the body after each pause. Executed. */
    public static Fault slowDrip(int bytes, Duration every) {
        if (bytes < 1) {
            throw new IllegalArgumentException("at least one byte has to drip");
        }
        return onAnswer("slow drip", wire -> wire.drip(bytes, every));
    }

    /** The real status and headers, and no body. Executed. */
    public static Fault emptyBody() {
        return onAnswer("empty body", wire -> wire.response(real -> FaultBodies.replaced(real, ByteString.EMPTY)));
    }

    /**
     * The real answer with its JSON object changed: a member removed, a strange value. An answer that is no JSON object
     * stays as it is. Executed.
     *
     * @param change gets the members in order and may change them; called by the fake's threads
     */
    public static Fault amended(Consumer<Map<String, @Nullable Object>> change) {
        return onAnswer("amended", wire -> wire.response(real -> FaultBodies.amended(real, change)));
    }

    /** The request is executed at once and its answer held back for this long, real time. */
    public static Fault delay(Duration duration) {
        return onAnswer("delay", wire -> wire).delayed(duration);
    }

    /** The same, with a {@code Retry-After} of this many seconds. */
    public Fault retryAfter(int seconds) {
        return header("Retry-After", Integer.toString(seconds));
    }

    /** The same, with a {@code Retry-After} as an HTTP date. */
    public Fault retryAfter(Instant instant) {
        return header("Retry-After", HttpDate.of(instant));
    }

    /** The same, with this header on the answer. */
    public Fault header(String name, String value) {
        return then(wire -> wire.response(response -> response.header(name, value)));
    }

    /** The same, with this JSON text as the answer's body; it is sent as it is, valid or not. */
    public Fault json(String text) {
        return body("application/json", text);
    }

    /** The same, with this body. */
    public Fault body(String contentType, String text) {
        return then(wire -> wire.response(response -> response.body(contentType, text)));
    }

    /** The same, its answer held back for this long, real time. */
    public Fault delayed(Duration duration) {
        return new Fault(name, executes, needsAnswer, delayBefore, duration, effect);
    }

    /** The same, the request waiting for this long, real time, before it is executed or not. */
    public Fault delayedBefore(Duration duration) {
        return new Fault(name, executes, needsAnswer, duration, delayAfter, effect);
    }

    /** The same, and the request is executed: a gateway that gives up on a server that does not. */
    public Fault executed() {
        return new Fault(name, true, needsAnswer, delayBefore, delayAfter, effect);
    }

    /**
     * The same, and the request is not executed.
     *
     * @throws IllegalStateException if the fault changes the real answer, which then does not exist
     */
    public Fault notExecuted() {
        if (needsAnswer) {
            throw new IllegalStateException("the fault '" + name + "' changes the real answer, so there must be one");
        }
        return new Fault(name, false, false, delayBefore, delayAfter, effect);
    }

    @Override
    public String toString() {
        return name + (executes ? " (executed)" : " (not executed)");
    }

    String name() {
        return name;
    }

    boolean executes() {
        return executes;
    }

    Duration delayBefore() {
        return delayBefore;
    }

    Duration delayAfter() {
        return delayAfter;
    }

    Wire apply(FakeRequest request, FakeResponse answer) {
        return effect.on(Wire.plain(answer), request);
    }

    private static Fault answering(String name, FakeResponse answer) {
        return instead(name, wire -> Wire.plain(answer));
    }

    private static Fault raw(String name, RawAnswer answer) {
        return instead(name, onHttp1(name, (wire, request) -> wire.raw(answer))).executed();
    }

    private static Fault instead(String name, UnaryOperator<Wire> effect) {
        return instead(name, (wire, request) -> effect.apply(wire));
    }

    private static Fault instead(String name, Effect effect) {
        return new Fault(name, false, false, Duration.ZERO, Duration.ZERO, effect);
    }

    private static Fault onAnswer(String name, UnaryOperator<Wire> effect) {
        return new Fault(name, true, true, Duration.ZERO, Duration.ZERO, (wire, request) -> effect.apply(wire));
    }

    private static Effect onHttp1(String name, Effect effect) {
        return (wire, request) -> request.isHttp2()
                ? impossible(name, "there is no such thing in HTTP/2; withoutHttp2() turns that off")
                : effect.on(wire, request);
    }

    private static Effect onHttp2(String name, Ending ending) {
        return (wire, request) -> request.isHttp2()
                ? wire.ending(ending)
                : impossible(name, "it needs HTTP/2, which a fake speaks after https(), to clients that do");
    }

    private static Wire impossible(String name, String why) {
        return Wire.plain(FakeResponse.text(500, "The fault '" + name + "' is impossible here: " + why));
    }

    Fault named(String other) {
        return new Fault(other, executes, needsAnswer, delayBefore, delayAfter, effect);
    }

    private Fault then(UnaryOperator<Wire> next) {
        Effect first = effect;
        return new Fault(
                name,
                executes,
                needsAnswer,
                delayBefore,
                delayAfter,
                (wire, request) -> next.apply(first.on(wire, request)));
    }

    /** What a fault makes of an answer. */
    @FunctionalInterface
    private interface Effect {
        Wire on(Wire wire, FakeRequest request);
    }
}
