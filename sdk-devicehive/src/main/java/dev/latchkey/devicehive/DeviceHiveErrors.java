package dev.latchkey.devicehive;

import com.squareup.moshi.JsonAdapter;
import dev.latchkey.core.ApiException;
import dev.latchkey.core.ConflictException;
import dev.latchkey.core.Failure;
import dev.latchkey.core.ServerErrorException;
import dev.latchkey.core.UnauthorizedException;
import dev.latchkey.core.http.ErrorAnswer;
import dev.latchkey.core.http.ErrorBody;
import dev.latchkey.core.http.ErrorFormat;
import dev.latchkey.core.json.Json;
import dev.latchkey.core.json.JsonCodec;
import dev.latchkey.core.json.JsonDecodingException;
import dev.latchkey.core.json.RecordAdapter;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The server's own {@code {"error": 401, "message"}}, its framework's {@code {"timestamp", "status": 401, "error":
 * "Unauthorized", "path"}}, and its empty bodies, to which 401 and 500 give a meaning.
 */
final class DeviceHiveErrors implements ErrorFormat {
    private static final Set<String> WITHOUT_TOKEN =
            Set.of("/token", "/token/refresh", "/token/plugin/authenticate", "/info");

    static final String NO_TOKEN = "The server found no token to refresh.";

    /** The words of its parser. */
    private static final String NO_JWT = "JWT String argument cannot be null or empty.";

    /** The server says so with 403, of logins, networks and device types. */
    private static final Pattern TAKEN = Pattern.compile("with such (login|name) already exists");

    @Override
    public ErrorBody parse(String body) {
        try {
            Fields fields = JsonCodec.decode(Fields.JSON, body);
            return new ErrorBody(fields.code(), fields.text(), Validation.fieldErrors(fields.text()));
        } catch (JsonDecodingException e) {
            return ErrorBody.EMPTY;
        }
    }

    @Override
    public @Nullable ApiException special(ErrorAnswer answer) {
        Failure failure = answer.failure();
        String said = answer.body().message();
        if (failure.status() == 403 && said != null && TAKEN.matcher(said).find()) {
            return new ConflictException(failure.saying("It exists already. Choose another login or name."), null);
        }
        if (failure.status() == 500 && NO_JWT.equals(said)) {
            return new ServerErrorException(failure.saying(NO_TOKEN), null, null);
        }
        if (!answer.headers().getOrDefault("content-length", List.of()).contains("0")) {
            return null;
        }
        return switch (failure.status()) {
            case 401 -> new UnauthorizedException(failure.saying(refusal(failure.path())), null);
            case 500 ->
                new ServerErrorException(
                        failure.saying(
                                "The server failed and does not say why. It does so if the Authorization header is not"
                                        + " exactly \"Bearer\" and a token: look for what changes it on the way."),
                        null,
                        null);
            default -> null;
        };
    }

    private static String refusal(String path) {
        return WITHOUT_TOKEN.contains(path)
                ? "The server refused an Authorization header, which the SDK does not send here: look for what adds it"
                        + " on the way."
                : "The server refused the token and does not say why: it has expired, is a refresh token, was signed by"
                        + " another server, or its user is locked, disabled or deleted.";
    }

    private record Fields(
            @Nullable String error,
            @Nullable String status,
            @Nullable String message) {
        static final RecordAdapter<Fields> JSON = RecordAdapter.of("Error", r -> {
            JsonAdapter<String> text = Json.lenient(Json.STRING_LENIENT);
            var error = r.optional("error", text, Fields::error);
            var status = r.optional("status", text, Fields::status);
            var message = r.optional("message", text, Fields::message);
            return in -> new Fields(in.get(error), in.get(status), in.get(message));
        });

        /** A number in either shape. */
        @Nullable
        String code() {
            return status == null ? error : status;
        }

        @Nullable
        String text() {
            return message == null && status != null ? error : message;
        }
    }
}
