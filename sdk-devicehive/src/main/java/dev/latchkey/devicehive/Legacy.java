package dev.latchkey.devicehive;

import dev.latchkey.core.InvalidInputException;

/** What a server of the other age ignores without a word, so that its tokens would not be what was asked for. */
final class Legacy {
    private Legacy() {}

    /** Refuses what servers from 3.4.3 on ignore. */
    static NewTokenBody refuse(NewTokenBody token) {
        if (token.deviceIds() != null) {
            throw new InvalidInputException(
                    "The server ignores deviceIds, so the tokens would not be limited to these devices. Limit them"
                            + " with networks(…) and deviceTypes(…), or build the client with legacy() if the server is"
                            + " older than 3.4.3.");
        }
        return token;
    }

    /** Refuses what servers before 3.4.3 ignore. */
    static NewTokenBody require(NewTokenBody token) {
        if (token.deviceTypeIds() != null) {
            throw new InvalidInputException("Servers before 3.4.3 ignore device types, and without devices the tokens"
                    + " reach none. Call deviceIds(…) or allDevices(), or build the client without legacy().");
        }
        if (token.refreshExpiration() != null) {
            throw new InvalidInputException("Servers before 3.5.0 ignore the refresh expiration, and the refresh token"
                    + " would live longer. Call expiration(…), which is for both.");
        }
        for (Action action : token.actions()) {
            if (!action.hasName()) {
                throw new InvalidInputException("Servers before 3.4.0 take names of actions only, and the action "
                        + action + " has none. Leave it out.");
            }
        }
        return token;
    }
}
