package dev.latchkey.fake.connectware;

import dev.latchkey.fake.internal.SeedObject;
import java.time.Duration;
import java.util.function.Consumer;

/** Reads the settings of a seed; what is missing stays as it is at first. */
final class SeedSettings {
    private SeedSettings() {}

    static void apply(SeedObject json, ConnectwareSettings settings) {
        duration(json, "tokenSeconds", settings::tokenLifetime);
        applyMfa(json.object("mfa"), settings.mfa());
        settings.emptyAnswerStatus(json.integer("emptyAnswerStatus", settings.emptyAnswerStatus()));
        settings.saneShapes(json.bool("saneShapes", settings.saneShapes()));
        settings.shortestPassword(json.integer("shortestPassword", settings.shortestPassword()));
        text(json, "tokenIdParameter", settings::tokenIdParameter);
        settings.registryChecksCommonName(json.bool("registryChecksCommonName", settings.registryChecksCommonName()));
        text(json, "authorityName", settings::authorityName);
        duration(json, "certificateSeconds", settings::certificateLifetime);
        duration(json, "databaseTaskSeconds", settings::databaseTaskDuration);
        settings.misspeltSucceeded(json.bool("misspeltSucceeded", settings.misspeltSucceeded()));
        text(json, "secretMarker", settings::secretMarker);
        json.refuseOthers();
    }

    private static void applyMfa(SeedObject json, MfaSettings settings) {
        duration(json, "challengeSeconds", settings::challengeLifetime);
        duration(json, "lockoutSeconds", settings::lockout);
        settings.lockoutStatus(json.integer("lockoutStatus", settings.lockoutStatus()));
        settings.wrongCodesAllowed(json.integer("wrongCodesAllowed", settings.wrongCodesAllowed()));
        settings.lockoutRefusesLogin(json.bool("lockoutRefusesLogin", settings.lockoutRefusesLogin()));
        settings.usedCodesRefused(json.bool("usedCodesRefused", settings.usedCodesRefused()));
        json.refuseOthers();
    }

    private static void duration(SeedObject json, String name, Consumer<Duration> setting) {
        Duration duration = json.seconds(name, null);
        if (duration != null) {
            setting.accept(duration);
        }
    }

    private static void text(SeedObject json, String name, Consumer<String> setting) {
        String text = json.optionalText(name);
        if (text != null) {
            setting.accept(text);
        }
    }
}
