package dev.latchkey.webitel;

import dev.latchkey.core.ApiException;
import dev.latchkey.core.BadRequestException;
import dev.latchkey.core.Failure;
import dev.latchkey.core.MfaRequiredException;
import dev.latchkey.core.NotFoundException;
import dev.latchkey.core.SessionExpiredException;
import dev.latchkey.core.UnauthorizedException;
import dev.latchkey.core.http.ErrorAnswer;
import dev.latchkey.core.http.ErrorBody;
import dev.latchkey.core.http.ErrorFormat;
import dev.latchkey.core.json.Json;
import dev.latchkey.core.json.JsonCodec;
import dev.latchkey.core.json.JsonDecodingException;
import dev.latchkey.core.json.RecordAdapter;
import java.util.Locale;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Errors in either shape, {@code {"status": "error", "info": text}} and {@code {"status": number, "message": text}}, of which
 * any member may be missing; or a text without JSON. The vendor has no error codes.
 */
final class WebitelErrors implements ErrorFormat {
    static final String CREDENTIALS_REFUSED = "The server refused the credentials.";

    private static final String EXPIRED = "Token Expired";

    /** What to say where a path wants a one-time password. */
    private static final Map<String, String> WANTED = Map.of(
            AuthRequests.LOGIN,
            "The login needs a one-time password. Give it to auth().login(…), or give the client's builder a"
                    + " oneTimePassword(…) hook.",
            Security.SECURITY,
            "Root's one-time password is enabled, so these settings need it. Give the code of this moment to the"
                    + " operation.");

    private final BooleanSupplier sendsDomainToken;

    WebitelErrors(BooleanSupplier sendsDomainToken) {
        this.sendsDomainToken = sendsDomainToken;
    }

    static boolean saysExpired(String body) {
        return EXPIRED.equalsIgnoreCase(said(body));
    }

    @Override
    public ErrorBody parse(String body) {
        String said = said(body);
        return said == null ? ErrorBody.EMPTY : new ErrorBody(null, said, Map.of());
    }

    @Override
    public @Nullable ApiException special(ErrorAnswer answer) {
        Failure failure = answer.failure();
        String wanted = oneTimePasswordWanted(answer);
        if (wanted != null) {
            return new MfaRequiredException(failure.saying(wanted), null);
        }
        if (isRefusedLogin(answer)) {
            Failure refused = failure.saying(CREDENTIALS_REFUSED);
            return failure.status() == 404
                    ? new NotFoundException(refused, null)
                    : new BadRequestException(refused, Map.of(), null);
        }
        boolean isRefusal = failure.status() == 400 || failure.status() == 401;
        if (!isRefusal || !EXPIRED.equalsIgnoreCase(answer.body().message())) {
            return null;
        }
        return sendsDomainToken.getAsBoolean()
                ? new SessionExpiredException(
                        failure.saying(
                                "The domain token has expired, and the client cannot renew it. Build a client with"
                                        + " another one, which an administrator of the domain makes."),
                        SessionExpiredException.Reason.TOKEN_EXPIRED,
                        null)
                : new UnauthorizedException(failure.saying("The server refused the token."), null);
    }

    /** A path that does not exist is a 404 too: it is named, and says that the base URL is wrong rather than the user. */
    private static boolean isRefusedLogin(ErrorAnswer answer) {
        String message = answer.body().message();
        String said = message == null ? "" : message.trim().toLowerCase(Locale.ROOT);
        return answer.failure().path().equals(AuthRequests.LOGIN)
                && switch (answer.failure().status()) {
                    case 400 -> said.startsWith("user name is required");
                    case 404 -> !said.isEmpty() && !said.startsWith("/");
                    default -> false;
                };
    }

    /** A redirect to nowhere. The text is not asked: it is masked where a password is a part of it. */
    private static @Nullable String oneTimePasswordWanted(ErrorAnswer answer) {
        Failure failure = answer.failure();
        boolean nowhere = failure.status() == 301 && !answer.headers().containsKey("location");
        return nowhere ? WANTED.get(failure.path()) : null;
    }

    private static @Nullable String said(String body) {
        try {
            Fields fields = JsonCodec.decode(Fields.JSON, body);
            return fields.info() == null ? fields.message() : fields.info();
        } catch (JsonDecodingException e) {
            return isPlainText(body) ? body : null;
        }
    }

    private static boolean isPlainText(String body) {
        String text = body.trim();
        return !text.isEmpty() && "<{[\"".indexOf(text.charAt(0)) < 0;
    }

    private record Fields(@Nullable String info, @Nullable String message) {
        static final RecordAdapter<Fields> JSON = RecordAdapter.of("Error", r -> {
            var text = Json.lenient(Json.STRING);
            var info = r.optional("info", text, Fields::info);
            var message = r.optional("message", text, Fields::message);
            return in -> new Fields(in.get(info), in.get(message));
        });
    }
}
