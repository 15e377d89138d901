package dev.latchkey.core.internal.session;

import dev.latchkey.core.ApiException;
import dev.latchkey.core.MfaRequiredException;
import dev.latchkey.core.auth.TokenService;

/** What a login that brought no token says of its password. */
enum LoginVerdict {
    /** The server has not looked at it, or asks for a one-time password beside it. */
    NOTHING,
    /** It may have been counted as a wrong one. */
    UNCERTAIN,
    /** Refused in the vendor's own words. */
    REFUSED;

    static LoginVerdict of(Throwable failure, TokenService service) {
        if (failure instanceof MfaRequiredException) {
            return NOTHING;
        }
        if (!(failure instanceof ApiException said)) {
            return UNCERTAIN;
        }
        if (service.rejects(said)) {
            return REFUSED;
        }
        return switch (said.status().orElse(0)) {
            case 0 -> said.mayHaveBeenDone() ? UNCERTAIN : NOTHING;
            case 404, 405, 407, 421, 502, 503 -> NOTHING;
            default -> UNCERTAIN;
        };
    }
}
