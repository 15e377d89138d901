package dev.latchkey.fake.webitel;

import dev.latchkey.fake.FakeResponse;
import dev.latchkey.fake.Refusal;
import dev.latchkey.fake.internal.Json;

/** The refusals: of logins and logouts in the words that the settings want, of other calls in the observed ones. */
final class Refusals {
    private final WebitelSettings settings;

    Refusals(WebitelSettings settings) {
        this.settings = settings;
    }

    Refusal nameMissing() {
        return settings.documented() ? info(400, "User name is required") : invalidCredentials();
    }

    Refusal wrongPassword() {
        return info(401, settings.documented() ? "Invalid credentials" : "secret incorrect");
    }

    /** Observed is whatever text the telephony server behind it has for it. */
    Refusal unknownUser(String name) {
        return settings.documented() ? info(404, "User not found") : info(401, "-ERR: [" + name + "] not found!\n");
    }

    Refusal badJson() {
        return info(400, "Unexpected token in JSON");
    }

    Refusal codeWanted() {
        return info(301, "Set security code");
    }

    Refusal wrongCode() {
        return info(401, "code incorrect");
    }

    Refusal logoutWithoutPair() {
        return settings.documented() ? info(401, "Bad caller") : invalidCredentials();
    }

    Refusal logoutOfUnknownPair() {
        return info(401, settings.documented() ? "Bad caller" : "Invalid credentials.");
    }

    Refusal noToken() {
        return info(401, "Invalid token");
    }

    Refusal noKey() {
        return info(401, "Invalid Token or Key");
    }

    Refusal expired() {
        return info(settings.expiredIsBadRequest() ? 400 : 401, "Token Expired");
    }

    Refusal unknownPair() {
        return info(401, "Invalid User");
    }

    Refusal noDomainToken() {
        return info(401, "Not found token");
    }

    Refusal forbidden() {
        return info(403, "Permission denied!");
    }

    /** Of the settings of root's one-time password. */
    Refusal onlyRoot() {
        return info(403, "Forbidden");
    }

    Refusal securityCodeWanted() {
        return info(301, "Code is required");
    }

    Refusal domainMissing() {
        return info(400, "Domain is require.");
    }

    /** In the server's own words for it. */
    Refusal badRequest(String text) {
        return info(400, text);
    }

    /** The telephony console's text: made up, since no console was there to be recorded. */
    Refusal noAccount(int status, String account) {
        return info(status, "-ERR: [" + account + "] not found!\n");
    }

    static FakeResponse notFound(String path) {
        return answer(404, path + " not found.");
    }

    private static Refusal invalidCredentials() {
        return new Refusal(FakeResponse.json(401, Json.object("status", 401, "message", "Invalid credentials")));
    }

    private static Refusal info(int status, String text) {
        return new Refusal(answer(status, text));
    }

    private static FakeResponse answer(int status, String text) {
        return FakeResponse.json(status, Json.object("status", "error", "info", text));
    }
}
