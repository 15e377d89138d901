package dev.latchkey.scenarios.faults;

import static dev.latchkey.scenarios.faults.Effect.broken;
import static dev.latchkey.scenarios.faults.Effect.busy;
import static dev.latchkey.scenarios.faults.Effect.cutOff;
import static dev.latchkey.scenarios.faults.Effect.drip;
import static dev.latchkey.scenarios.faults.Effect.emptied;
import static dev.latchkey.scenarios.faults.Effect.harmless;
import static dev.latchkey.scenarios.faults.Effect.imposture;
import static dev.latchkey.scenarios.faults.Effect.nonsense;
import static dev.latchkey.scenarios.faults.Effect.outage;
import static dev.latchkey.scenarios.faults.Effect.refusal;
import static dev.latchkey.scenarios.faults.Effect.silence;
import static dev.latchkey.scenarios.faults.Effect.strangeMembers;
import static dev.latchkey.scenarios.faults.Effect.tokenRefused;
import static dev.latchkey.scenarios.faults.Effect.tooLargeBody;

import dev.latchkey.core.BadRequestException;
import dev.latchkey.core.ConflictException;
import dev.latchkey.core.ForbiddenException;
import dev.latchkey.core.LockedException;
import dev.latchkey.core.NotFoundException;
import dev.latchkey.core.RateLimitedException;
import dev.latchkey.core.RedirectException;
import dev.latchkey.core.ServerErrorException;
import dev.latchkey.fake.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The columns: every fault of the fakes, with what it makes of an operation. */
final class FaultCases {
    static final int MOST_BYTES = 64 * 1024;

    private static final int TOO_MANY_BYTES = 4 * MOST_BYTES;
    private static final int TOO_LATE = 3600;
    private static final Duration A_LITTLE = Duration.ofMillis(30);
    private static final Duration NEVER = Duration.ofMinutes(10);

    private static final List<FaultCase> ALL = Stream.of(
                    refusals(), outages(), breaks(), nonsenses(), silences(), FrontCases.all(), WireCases.all())
            .flatMap(List::stream)
            .toList();

    private FaultCases() {}

    static List<FaultCase> all() {
        return ALL;
    }

    /** 401 and 429 say that nothing was done; a server that says so of what it did cannot be helped. */
    private static List<FaultCase> refusals() {
        return List.of(
                status(400, refusal(400, BadRequestException.class)),
                status(401, tokenRefused()),
                status(403, refusal(403, ForbiddenException.class)),
                status(404, refusal(404, NotFoundException.class)),
                status(409, refusal(409, ConflictException.class)),
                status(423, refusal(423, LockedException.class)),
                status(429, busy()),
                FaultCase.of("429, Retry-After: 0", Fault.status(429).retryAfter(0), busy(), "status", "retryAfter"),
                FaultCase.of(
                        "429, Retry-After: past",
                        Fault.status(429).retryAfter(Instant.EPOCH),
                        busy(),
                        "status",
                        "retryAfter"),
                FaultCase.of(
                        "429, Retry-After: 3600",
                        Fault.status(429).retryAfter(TOO_LATE),
                        refusal(429, RateLimitedException.class),
                        "status",
                        "retryAfter"),
                FaultCase.of(
                        "302 elsewhere",
                        Fault.status(302).header("Location", "http://127.0.0.2:9/"),
                        refusal(302, RedirectException.class),
                        "status",
                        "header"),
                FaultCase.of("html 403", Fault.html(403), refusal(403, ForbiddenException.class), "html"),
                FaultCase.of(
                                "400, executed",
                                Fault.status(400).executed(),
                                refusal(400, BadRequestException.class),
                                "status",
                                "executed")
                        .refusing(400));
    }

    private static List<FaultCase> outages() {
        Effect error = refusal(500, ServerErrorException.class);
        return List.of(
                status(500, error),
                status(502, outage(false)),
                status(503, outage(false)),
                status(504, outage(false)),
                FaultCase.of("500 in text", Fault.status(500).body("text/plain", "Oh no"), error, "status", "body"),
                FaultCase.of("500, executed", Fault.status(500).executed(), error, "status", "executed"),
                FaultCase.of(
                        "503, Retry-After: 0", Fault.status(503).retryAfter(0), outage(false), "status", "retryAfter"),
                FaultCase.of(
                        "503, Retry-After: 3600",
                        Fault.status(503).retryAfter(TOO_LATE),
                        refusal(503, ServerErrorException.class),
                        "status",
                        "retryAfter"),
                FaultCase.of("503, executed", Fault.status(503).executed(), outage(true), "status", "executed"),
                FaultCase.of("504, executed", Fault.status(504).executed(), outage(true), "status", "executed"),
                FaultCase.of("html 502", Fault.html(502), outage(false), "html"));
    }

    private static List<FaultCase> breaks() {
        return List.of(
                FaultCase.of("reset", Fault.reset(), broken(false), "reset"),
                FaultCase.of("reset, executed", Fault.reset().executed(), broken(true), "reset", "executed"),
                FaultCase.of("dropped", Fault.dropped(), broken(false), "dropped"),
                FaultCase.of("answer lost", Fault.answerLost(), broken(true), "answerLost"),
                FaultCase.of(
                        "answer lost, not executed",
                        Fault.answerLost().notExecuted(),
                        broken(false),
                        "answerLost",
                        "notExecuted"),
                FaultCase.of("truncated", Fault.truncated(), cutOff(), "truncated")
                        .being(Trait.CUT_OFF));
    }

    private static List<FaultCase> nonsenses() {
        return List.of(
                FaultCase.of("garbage", Fault.garbage(), nonsense(Value.class), "garbage"),
                FaultCase.of("empty body", Fault.emptyBody(), emptied(), "emptyBody"),
                FaultCase.of("html 200", Fault.html(200), imposture(), "html"),
                FaultCase.of("200, half of JSON", Fault.status(200).json("{\"a\":"), imposture(), "status", "json"),
                FaultCase.of(
                        "200 in text", Fault.status(200).body("text/plain", "Fine"), imposture(), "status", "body"),
                FaultCase.of("members missing", Fault.amended(Map::clear), strangeMembers(), "amended"),
                FaultCase.of(
                        "members of strange types",
                        Fault.amended(members -> members.replaceAll((name, value) -> List.of(Map.of("strange", true)))),
                        strangeMembers(),
                        "amended"),
                FaultCase.of("oversize", Fault.oversize(TOO_MANY_BYTES), tooLargeBody(), "oversize"),
                FaultCase.of("gzip bomb", Fault.gzipBomb(TOO_MANY_BYTES), tooLargeBody(), "gzipBomb"));
    }

    private static List<FaultCase> silences() {
        return List.of(
                FaultCase.of("delay", Fault.delay(NEVER), silence(), "delay").being(Trait.WAITS),
                FaultCase.of("503, delayed", Fault.status(503).delayed(NEVER), silence(), "status", "delayed")
                        .being(Trait.WAITS),
                FaultCase.of(
                                "answered late, executed late",
                                Fault.garbage().delayedBefore(NEVER),
                                silence(),
                                "garbage",
                                "delayedBefore")
                        .being(Trait.WAITS),
                FaultCase.of("slow drip", Fault.slowDrip(1, Duration.ofMillis(200)), drip(), "slowDrip")
                        .being(Trait.WAITS),
                FaultCase.of("silent", Fault.silent(), silence(), "silent").being(Trait.WAITS),
                FaultCase.of("answered a little late", Fault.delay(A_LITTLE), harmless(), "delay")
                        .being(Trait.HARMLESS));
    }

    private static FaultCase status(int status, Effect effect) {
        return FaultCase.of(Integer.toString(status), Fault.status(status), effect, "status")
                .refusing(status);
    }
}
