package dev.latchkey.controlbyweb;

import dev.latchkey.core.ApiCall;
import dev.latchkey.core.ApiException;
import dev.latchkey.core.CallCanceledException;
import dev.latchkey.core.CallInterruptedException;
import dev.latchkey.core.InvalidInputException;
import dev.latchkey.core.Operation;
import dev.latchkey.core.http.HttpApi;
import dev.latchkey.core.http.Repeat;
import dev.latchkey.core.http.TwoSteps;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The device access tokens (DAT) of one device. Whoever has such a token reads and switches the device without a login, so each
 * is a secret. To make and delete them takes {@link Permission#ADD_DAT_URLS} and {@link Permission#DELETE_DAT_URLS}.
 *
 * <p>Nothing here was recorded: no server could be had.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class DeviceAccessTokens {
    private static final String TOKENS = "/v1/accounts/{AccountId}/devices/{DeviceId}/DAT";

    private final HttpApi http;
    private final long accountId;
    private final long deviceId;

    DeviceAccessTokens(HttpApi http, long accountId, long deviceId) {
        this.http = http;
        this.accountId = accountId;
        this.deviceId = deviceId;
    }

    /**
     * All tokens of the device: {@code GET /v1/accounts/{AccountId}/devices/{DeviceId}/DAT}.
     *
     * <p>Source: client.
     *
     * @return a call that yields an immutable list in the server's order
     */
    public ApiCall<List<DeviceAccessToken>> list() {
        return http.get(TOKENS, accountId, deviceId).secret().returning(DeviceAccessToken.LIST);
    }

    /**
     * Makes a token and finds out which it is: the server answers a creation with no token, so the tokens are listed before and
     * after it. Three requests, of which the creation is repeated only if the server cannot have seen it.
     *
     * <p>Source: client; that the answer holds no token: client.
     *
     * @param validFor whole minutes, at least one; the server's limit is not known
     * @return an operation that yields what the second list has and the first had not: the new token; more if somebody else has
     *     made one meanwhile; none if it has vanished already. If the second list fails, it fails with an exception that is not
     *     {@linkplain dev.latchkey.core.ApiException#retryable() retryable} and says so: the token was made
     * @throws InvalidInputException if it is no whole minute, or none
     */
    public Operation<List<DeviceAccessToken>> create(Duration validFor) {
        ApiCall<Confirmation> create = createUnseen(validFor);
        return TwoSteps.of(
                list(),
                before ->
                        TwoSteps.of(create, made -> added(before)).ifSecondFails(DeviceAccessTokens::whichIsNotKnown));
    }

    /**
     * Makes a token, and leaves it to you to find out which: {@code POST
     * /v1/accounts/{AccountId}/devices/{DeviceId}/DAT}. Repeated only if the server cannot have seen it.
     *
     * <p>Source: client.
     *
     * @param validFor whole minutes, at least one; the server's limit is not known
     * @return a call that yields the server's word, and no token
     * @throws InvalidInputException if it is no whole minute, or none
     */
    public ApiCall<Confirmation> createUnseen(Duration validFor) {
        return http.post(TOKENS, accountId, deviceId)
                .secret()
                .repeat(Repeat.ONCE)
                .form("minutesValid", Long.toString(minutes(validFor)))
                .returning(Confirmation::read);
    }

    /**
     * Makes a token invalid: {@code DELETE /v1/accounts/{AccountId}/devices/{DeviceId}/DAT/{Token}}.
     *
     * <p>Source: client; what the server answers is not known, so any success is one.
     *
     * @param token the token itself, {@link DeviceAccessToken#token()}, and not an id of it
     * @return a call without a value
     * @throws InvalidInputException if the token is blank
     */
    public ApiCall<@Nullable Void> delete(String token) {
        return http.delete(TOKENS + "/{Token}", accountId, deviceId, Inputs.require("token", token))
                .secret()
                .mask(token)
                .returningNothing();
    }

    /** Those that are not among these. */
    private ApiCall<List<DeviceAccessToken>> added(List<DeviceAccessToken> before) {
        Set<String> known = before.stream().map(DeviceAccessToken::token).collect(Collectors.toSet());
        return http.get(TOKENS, accountId, deviceId)
                .secret()
                .returning(answer -> answer.json(DeviceAccessToken.LIST).stream()
                        .filter(token -> !known.contains(token.token()))
                        .collect(Collectors.collectingAndThen(Collectors.toList(), List::copyOf)));
    }

    /** To try again would make another token. */
    private static ApiException whichIsNotKnown(ApiException e) {
        if (e instanceof CallInterruptedException || e instanceof CallCanceledException) {
            return e;
        }
        return new ApiException(
                e.failure()
                        .saying("The token was made, but listing the tokens failed, so it is not known which it is."
                                + " Do not create it again; list them later.")
                        .after(true, false),
                e);
    }

    private static long minutes(@Nullable Duration validFor) {
        if (validFor == null
                || validFor.toMinutes() < 1
                || !Duration.ofMinutes(validFor.toMinutes()).equals(validFor)) {
            throw new InvalidInputException(
                    "The token is to be valid for " + validFor + ". Give whole minutes, at least one.");
        }
        return validFor.toMinutes();
    }
}
