package dev.latchkey.connectware;

import dev.latchkey.core.ApiException;
import dev.latchkey.core.MfaRequiredException;
import dev.latchkey.core.auth.Credentials;
import dev.latchkey.core.http.Answer;
import dev.latchkey.core.http.ResponseReader;
import dev.latchkey.core.vendor.TokenGrant;

/** The second step of a login, as the session takes it. */
final class SecondStep {
    /** What the server says in a second step has to hold a token; what else it says is for the caller to read. */
    static final ResponseReader<LoginResult> READER = answer -> {
        LoginAnswer read = LoginAnswer.read(answer);
        return read.holdsToken() ? read.result() : token(answer, read).result();
    };

    private final MfaRequests requests;
    private final Credentials credentials;
    private final String secret;

    SecondStep(MfaRequests requests, Credentials credentials, String secret) {
        this.requests = requests;
        this.credentials = credentials;
        this.secret = secret;
    }

    /**
     * Sends the code. Blocks.
     *
     * @throws MfaRequiredException if the server refuses it
     */
    TokenGrant complete(MfaCode code) {
        try {
            return requests.login(credentials.username(), secret, code)
                    .anonymous()
                    .returning(answer -> token(answer, LoginAnswer.read(answer)))
                    .execute()
                    .grant();
        } catch (MfaRequiredException e) {
            throw e;
        } catch (ApiException e) {
            throw isRefusal(e) ? refused(e) : e;
        }
    }

    private static MfaRequiredException refused(ApiException e) {
        return new MfaRequiredException(
                e.failure()
                        .saying("The server refused the one-time password or backup code. Several wrong ones lock the"
                                + " user for a while."),
                e);
    }

    /** Whether the code or this login is worth nothing any more: not so after an outage. */
    private static boolean isRefusal(ApiException failure) {
        return failure.status().orElse(0) / 100 == 4;
    }

    private static LoginAnswer token(Answer answer, LoginAnswer read) {
        if (!read.hasToken()) {
            throw new MfaRequiredException(
                    answer.failure("The server asks for a second factor once more.", null, null), null);
        }
        return read;
    }
}
