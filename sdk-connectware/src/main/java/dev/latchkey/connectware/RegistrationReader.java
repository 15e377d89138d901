package dev.latchkey.connectware;

import dev.latchkey.core.http.Answer;
import dev.latchkey.core.http.ResponseReader;
import dev.latchkey.core.json.Json;
import dev.latchkey.core.json.RecordAdapter;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The registry tells by the status where a registration stands. */
final class RegistrationReader implements ResponseReader<Registration> {
    static final RegistrationReader INSTANCE = new RegistrationReader();

    private static final int ACCEPTED = 202;
    private static final int CONFLICT = 409;
    private static final int LOCKED = 423;

    private RegistrationReader() {}

    @Override
    public boolean reads(int status) {
        return status / 100 == 2 || status == CONFLICT || status == LOCKED;
    }

    @Override
    public Registration read(Answer answer) throws IOException {
        return switch (answer.status()) {
            case ACCEPTED -> new Registration.Pending();
            case CONFLICT -> new Registration.Conflict();
            case LOCKED -> new Registration.Locked();
            default -> new Registration.Granted(certificate(answer));
        };
    }

    private static @Nullable CertificatePem certificate(Answer answer) throws IOException {
        String wire = answer.isEmpty() ? null : answer.json(Body.JSON).certificate();
        return wire == null || wire.trim().isEmpty() ? null : new CertificatePem(WirePem.decode(wire));
    }

    private record Body(@Nullable String certificate) {
        static final RecordAdapter<Body> JSON = RecordAdapter.of("Registration", r -> {
            var certificate = r.optional("certificate", Json.STRING, Body::certificate);
            return in -> new Body(in.get(certificate));
        });
    }
}
