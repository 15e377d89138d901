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
 * <tr><td>status, html, reset, dropped</td>
 * <td>answerLost, truncated, garbage, oversize, gzipBomb, slowDrip, emptyBody, amended, delay</td></tr>
 * </table>
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
    private final UnaryOperator<Wire> effect;

    private Fault(
            String name,
            boolean executes,
            boolean needsAnswer,
            Duration delayBefore,
            Duration delayAfter,
            UnaryOperator<Wire> effect) {
        this.name = name;
        this.executes = executes;
        this.needsAnswer = needsAnswer;
        this.delayBefore = delayBefore;
        this.delayAfter = delayAfter;
        this.effect = effect;
    }

    /** Any status, 200 to 599, with a small JSON body; {@link #json} and {@link #body} put another. Not executed. */
    public static Fault status(int status) {
        FakeResponse answer = FakeResponse.json(status, Json.object("message", Reason.of(status)));
        return instead("status " + status, wire -> Wire.plain(answer));
    }

    /** An HTML page with this status where JSON is due, as proxies and captive portals send it. Not executed. */
    public static Fault html(int status) {
        String page = "<!DOCTYPE html>\n<html><head><title>Please wait</title></head><body>Please wait</body></html>\n";
        return instead("html " + status, wire -> Wire.plain(FakeResponse.html(status, page)));
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
                        .ending(Ending.CLOSED_AFTER_ANSWER));
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

    Wire apply(FakeResponse answer) {
        return effect.apply(Wire.plain(answer));
    }

    private static Fault instead(String name, UnaryOperator<Wire> effect) {
        return new Fault(name, false, false, Duration.ZERO, Duration.ZERO, effect);
    }

    private static Fault onAnswer(String name, UnaryOperator<Wire> effect) {
        return new Fault(name, true, true, Duration.ZERO, Duration.ZERO, effect);
    }

    private Fault named(String other) {
        return new Fault(other, executes, needsAnswer, delayBefore, delayAfter, effect);
    }

    private Fault then(UnaryOperator<Wire> next) {
        UnaryOperator<Wire> first = effect;
        return new Fault(name, executes, needsAnswer, delayBefore, delayAfter, wire -> next.apply(first.apply(wire)));
    }
}
