package dev.latchkey.fake.webitel;

import dev.latchkey.fake.internal.SeedObject;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the {@code webitel} part of a seed; the parts of other vendors are not looked at. */
final class Seed {
    private Seed() {}

    static void apply(String json, FakeWebitel fake) {
        SeedObject seed = SeedObject.parse("seed", json).part("webitel");
        SeedObject settings = seed.object("settings");
        List<SeedObject> users = seed.objects("users");
        List<SeedObject> tokens = seed.objects("domainTokens");
        seed.refuseOthers();
        applySettings(settings, fake.settings());
        users.forEach(user -> fake.addUser(user(user)));
        tokens.forEach(token -> addToken(token, fake));
    }

    private static void applySettings(SeedObject json, WebitelSettings settings) {
        Duration lifetime = json.seconds("tokenSeconds", null);
        if (lifetime != null) {
            settings.tokenLifetime(lifetime);
        }
        settings.expiredIsBadRequest(json.bool("expiredIsBadRequest", false));
        String answers = json.optionalText("answers");
        if (answers != null) {
            settings.answers(answers(answers));
        }
        String secret = json.optionalText("tokenSecret");
        if (secret != null) {
            settings.tokenSecret(secret);
        }
        String marker = json.optionalText("secretMarker");
        if (marker != null) {
            settings.secretMarker(marker);
        }
        json.refuseOthers();
    }

    private static WebitelAnswers answers(String name) {
        for (WebitelAnswers answers : WebitelAnswers.values()) {
            if (answers.name().toLowerCase(Locale.ROOT).equals(name)) {
                return answers;
            }
        }
        throw new IllegalArgumentException("seed.webitel.settings.answers has to be \"documented\" or \"observed\"");
    }

    private static FakeUser user(SeedObject json) {
        FakeUser.Builder user = FakeUser.builder(json.text("username"), json.text("password"));
        Integer role = json.optionalInteger("role");
        String roleName = json.optionalText("roleName");
        if (role != null) {
            user.role(role, roleName == null ? Roles.name(role) : roleName);
        } else if (roleName != null) {
            throw new IllegalArgumentException("a user's roleName in seed.webitel.users needs a role, a number");
        }
        Map<String, List<String>> acl = acl(json);
        if (acl != null) {
            user.acl(acl);
        }
        String code = json.optionalText("oneTimePassword");
        if (code != null) {
            user.oneTimePassword(code);
        }
        String answered = json.optionalText("answeredName");
        if (answered != null) {
            user.answeredName(answered);
        }
        json.refuseOthers();
        return user.build();
    }

    private static void addToken(SeedObject json, FakeWebitel fake) {
        String domain = json.text("domain");
        String text = json.text("token");
        boolean enabled = json.bool("enabled", true);
        String roleName = json.optionalText("roleName");
        Duration lifetime = json.seconds("seconds", null);
        Map<String, List<String>> acl = acl(json);
        json.refuseOthers();
        Instant end =
                lifetime == null ? fake.yearFromNow() : fake.clock().instant().plus(lifetime);
        fake.createDomainToken(domain, end, roleName == null ? Roles.name(Roles.USER) : roleName, acl, text);
        if (!enabled) {
            fake.disableDomainToken(text);
        }
    }

    private static @Nullable Map<String, List<String>> acl(SeedObject json) {
        SeedObject rights = json.optionalObject("acl");
        if (rights == null) {
            return null;
        }
        Map<String, List<String>> acl = new LinkedHashMap<>();
        for (String resource : rights.names()) {
            List<String> each = rights.texts(resource);
            acl.put(resource, each == null ? List.of() : each);
        }
        return acl;
    }
}
