package dev.latchkey.connectware;

import dev.latchkey.core.ApiCall;
import dev.latchkey.core.InvalidInputException;
import dev.latchkey.core.http.HttpApi;
import dev.latchkey.core.http.Repeat;
import dev.latchkey.core.json.Json;
import dev.latchkey.core.json.RecordAdapter;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Clients (devices, as a rule) that register themselves, and those who let them in. An administrator opens the registry for a
 * while; a client asks, and asks again until it is let in:
 *
 * <pre>{@code
 * connectware.clientRegistry().open(Duration.ofMinutes(5)).execute();          // the administrator
 *
 * Registration outcome = connectware.clientRegistry()                          // the device
 *         .registerAndWait(NewRegistration.builder("iot.device.7").password(secret).build(), Duration.ofMinutes(10))
 *         .execute();
 *
 * connectware.clientRegistry()                                                 // the administrator
 *         .confirm(RegistrationConfirmation.builder("iot.device.7").roleId(id).build()).execute();
 * }</pre>
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class ClientRegistry {
    private static final RecordAdapter<Window> WINDOW = RecordAdapter.of("Window", r -> {
        var duration = r.optional("duration", Json.LONG, Window::duration);
        return in -> new Window(in.get(duration));
    });

    private final HttpApi http;
    private final RegistrationRequests requests;

    ClientRegistry(HttpApi http) {
        this.http = http;
        this.requests = new RegistrationRequests(http);
    }

    /**
     * Asks to be let in, once: {@code POST /api/client-registry/register}. Needs no session. The same request sent again asks
     * how the registration stands. Repeated by itself only if the server cannot have seen it, since a server tells once that
     * it has let a client in.
     *
     * @param registration who wants to be let in
     * @return a call that yields where the registration stands, locked and conflict included
     */
    public ApiCall<Registration> register(NewRegistration registration) {
        return requests.register(registration).returning(RegistrationReader.INSTANCE);
    }

    /**
     * Asks to be let in until it is decided: {@code POST /api/client-registry/register}, again and again, while the registry
     * is closed or nobody has decided, and through outages. Needs no session.
     *
     * @param registration who wants to be let in
     * @param limit how long to wait at most, by the client's clocks
     * @return an operation that yields {@link Registration.Granted} or {@link Registration.Conflict}, and fails with {@link
     *     dev.latchkey.core.CallTimeoutException} if neither came within the limit
     * @throws InvalidInputException if the limit is zero or negative
     */
    public RegistrationWait registerAndWait(NewRegistration registration, Duration limit) {
        return new RegistrationWait(http.timer(), requests, Inputs.present("registration", registration), limit);
    }

    /**
     * Who wants to be let in: {@code GET /api/client-registry}.
     *
     * @return a call that yields an immutable list in the server's order
     */
    public ApiCall<List<RegistrationRequest>> list() {
        return http.get("/api/client-registry").returning(Json.listOrSingle(RegistrationRequest.JSON));
    }

    /**
     * Opens the registry for as long as the server does by itself, 30 seconds: {@code POST /api/client-registry/open}.
     *
     * @return a call without a value
     */
    public ApiCall<@Nullable Void> open() {
        return open(new Window(null));
    }

    /**
     * Opens the registry for a while from now on: {@code POST /api/client-registry/open}.
     *
     * @param duration at least a millisecond; what is less than one is cut off
     * @return a call without a value
     * @throws InvalidInputException if the duration is shorter
     */
    public ApiCall<@Nullable Void> open(Duration duration) {
        long millis = Inputs.present("duration", duration).toMillis();
        if (millis < 1) {
            throw new InvalidInputException(
                    "The registry cannot be opened for " + duration + ". Give at least a millisecond.");
        }
        return open(new Window(millis));
    }

    private ApiCall<@Nullable Void> open(Window window) {
        return http.post("/api/client-registry/open")
                .repeat(Repeat.IDEMPOTENT)
                .json(WINDOW, window)
                .returningNothing();
    }

    /**
     * Lets a client in: {@code POST /api/client-registry/confirm}. Repeated only if the server cannot have seen it.
     *
     * @param confirmation whom, and what it may do
     * @return a call that yields the new user, and fails with {@link dev.latchkey.core.NotFoundException} if no client of this
     *     name has asked
     */
    public ApiCall<User> confirm(RegistrationConfirmation confirmation) {
        return http.post("/api/client-registry/confirm")
                .repeat(Repeat.ONCE)
                .json(RegistrationConfirmation.JSON, Inputs.present("confirmation", confirmation))
                .returning(User.JSON);
    }

    private record Window(@Nullable Long duration) {}
}
