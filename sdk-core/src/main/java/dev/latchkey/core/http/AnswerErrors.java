package dev.latchkey.core.http;

import dev.latchkey.core.ApiException;
import dev.latchkey.core.BadRequestException;
import dev.latchkey.core.ConflictException;
import dev.latchkey.core.Failure;
import dev.latchkey.core.ForbiddenException;
import dev.latchkey.core.LockedException;
import dev.latchkey.core.NotFoundException;
import dev.latchkey.core.RateLimitedException;
import dev.latchkey.core.RedirectException;
import dev.latchkey.core.ServerErrorException;
import dev.latchkey.core.TimeSource;
import dev.latchkey.core.UnauthorizedException;
import okhttp3.HttpUrl;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** What an answer that is no success ends with: the vendor's own exception, or the one of its status. */
final class AnswerErrors {
    private final ErrorFormat format;
    private final TimeSource time;

    AnswerErrors(ErrorFormat format, TimeSource time) {
        this.format = format;
        this.time = time;
    }

    ApiException exception(Execution execution, Response response) {
        Answer answer = new Answer(execution, response);
        AnswerFailures failures = answer.failures();
        ErrorBody said = parsed(answer.text());
        String problem = problem(execution, response, failures);
        Failure failure = failures.failure(problem, said.code(), said.message());
        ApiException special = format.special(new ErrorAnswer(failure, said, answer.headers()));
        return special != null ? special : ofStatus(failure, failures.cleaned(said), response);
    }

    private ErrorBody parsed(String text) {
        try {
            return format.parse(text);
        } catch (RuntimeException e) {
            return ErrorBody.EMPTY; // The status matters more than a format that was read too strictly.
        }
    }

    private ApiException ofStatus(Failure failure, ErrorBody body, Response response) {
        int status = response.code();
        return switch (status) {
            case 400, 422 -> new BadRequestException(failure, body.fieldErrors(), null);
            case 401 -> new UnauthorizedException(failure, null);
            case 403 -> new ForbiddenException(failure, null);
            case 404 -> new NotFoundException(failure, null);
            case 409 -> new ConflictException(failure, null);
            case 423 -> new LockedException(failure, null);
            case 429 -> new RateLimitedException(failure, RetryAfter.of(response, time), null);
            default -> {
                if (status >= 500) {
                    yield new ServerErrorException(failure, RetryAfter.of(response, time), null);
                }
                yield response.isRedirect() || status / 100 == 3
                        ? new RedirectException(failure, null)
                        : new ApiException(failure, null);
            }
        };
    }

    private static String problem(Execution execution, Response response, AnswerFailures failures) {
        int status = response.code();
        return switch (status) {
            case 400, 422 -> "The server did not accept the request.";
            case 401 ->
                switch (execution.plan().token()) {
                    case NONE -> "The server refused the credentials.";
                    case GIVEN, OF_SESSION, OF_SESSION_IF_HELD -> "The server refused the token.";
                };
            case 403 -> "This identity may not do that.";
            case 404 -> "There is no such thing, or this identity may not see it.";
            case 407 -> ProxyRefusal.WANTS_LOGIN;
            case 409 -> "The request contradicts the state at the server.";
            case 423 -> "The resource is locked.";
            case 429 -> "Too many requests.";
            default -> {
                if (status >= 500) {
                    yield "The server failed.";
                }
                yield status / 100 == 3 ? redirect(response, failures) : "The server refused the request.";
            }
        };
    }

    /** In punycode letters beyond ASCII cannot be told, so there the words of the server decide. */
    private static String origin(HttpUrl target, String location, AnswerFailures failures) {
        boolean mayHide =
                target.host().contains("xn--") && !failures.cleaned(location).equals(location);
        return mayHide ? "another host" : failures.cleaned(Origin.of(target).toString());
    }

    /** The target's origin alone: its query may hold a secret. */
    private static String redirect(Response response, AnswerFailures failures) {
        String location = response.header("Location");
        @Nullable
        HttpUrl target = location == null ? null : response.request().url().resolve(location);
        String where = location == null || target == null ? "" : " to " + origin(target, location, failures);
        return "The server redirects" + where
                + ", and the SDK follows no redirect. Set the base URL to where the API really is.";
    }
}
