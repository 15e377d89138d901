package dev.latchkey.fake.controlbyweb;

import dev.latchkey.fake.internal.SeedObject;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Reads the {@code controlbyweb} part of a seed; the parts of other vendors are not looked at. */
final class Seed {
    private Seed() {}

    static void apply(String json, FakeControlByWeb fake) {
        SeedObject seed = SeedObject.parse("seed", json).part("controlbyweb");
        SeedObject settings = seed.object("settings");
        List<SeedObject> accounts = seed.objects("accounts");
        List<SeedObject> users = seed.objects("users");
        List<SeedObject> tokens = seed.objects("certificateRequestTokens");
        seed.refuseOthers();
        applySettings(settings, fake.settings());
        accounts.forEach(account -> fake.addAccount(account(account)));
        users.forEach(user -> fake.addUser(user(user)));
        tokens.forEach(token -> addToken(token, fake));
    }

    private static void applySettings(SeedObject json, ControlByWebSettings settings) {
        lifetime(json, "accessTokenSeconds", settings::accessTokenLifetime);
        lifetime(json, "refreshTokenSeconds", settings::refreshTokenLifetime);
        lifetime(json, "certificateRequestTokenSeconds", settings::certificateRequestTokenLifetime);
        lifetime(json, "resetTokenSeconds", settings::resetTokenLifetime);
        settings.reuseEndsSession(json.bool("reuseEndsSession", false));
        settings.oldAccessTokenStaysAlive(json.bool("oldAccessTokenStaysAlive", false));
        settings.newerServer(json.bool("newerServer", false));
        settings.profileOnRefresh(json.bool("profileOnRefresh", false));
        settings.hasLoginPage(json.bool("hasLoginPage", true));
        settings.printedCurlIsRight(json.bool("printedCurlIsRight", false));
        settings.tokenRequestsPerMinute(json.integer("tokenRequestsPerMinute", 0));
        settings.requestsPerMinute(json.integer("requestsPerMinute", 0));
        String answers = json.optionalText("resetAnswers");
        if (answers != null) {
            settings.resetAnswers(resetAnswers(answers));
        }
        String marker = json.optionalText("secretMarker");
        if (marker != null) {
            settings.secretMarker(marker);
        }
        json.refuseOthers();
    }

    private static void lifetime(SeedObject json, String name, Consumer<Duration> setting) {
        Duration lifetime = json.seconds(name, null);
        if (lifetime != null) {
            setting.accept(lifetime);
        }
    }

    private static ResetAnswers resetAnswers(String name) {
        for (ResetAnswers answers : ResetAnswers.values()) {
            if (answers.name().toLowerCase(Locale.ROOT).equals(name)) {
                return answers;
            }
        }
        throw new IllegalArgumentException(
                "seed.controlbyweb.settings.resetAnswers has to be \"documented\" or \"framework\"");
    }

    private static FakeAccount account(SeedObject json) {
        FakeAccount account = new FakeAccount(
                json.longInteger("id"),
                json.text("name"),
                json.integer("deviceSeats", 5000),
                json.optionalLong("parent"));
        json.refuseOthers();
        return account;
    }

    private static FakeUser user(SeedObject json) {
        FakeUser.Builder user = FakeUser.builder(json.text("username"), json.text("password"))
                .logging(json.integer("logging", 2))
                .agreed(json.bool("agreed", true))
                .xrdiAdmin(json.bool("isXRDIAdmin", false))
                .xrdiSales(json.bool("isXRDISales", false));
        Long account = json.optionalLong("account");
        if (account != null) {
            user.account(account);
        }
        Integer id = json.optionalInteger("id");
        if (id != null) {
            user.id(id);
        }
        String email = json.optionalText("email");
        if (email != null) {
            user.email(email);
        }
        String firstName = json.optionalText("firstName");
        String lastName = json.optionalText("lastName");
        user.name(firstName == null ? "Foo" : firstName, lastName == null ? "Bar" : lastName);
        List<String> permissions = json.texts("permissions");
        if (permissions != null) {
            user.permissions(permissions);
        }
        json.refuseOthers();
        return user.build();
    }

    private static void addToken(SeedObject json, FakeControlByWeb fake) {
        long account = json.longInteger("account");
        Integer id = json.optionalInteger("id");
        String token = json.optionalText("token");
        json.refuseOthers();
        if (fake.cloud().directory.account(account) == null) {
            throw new IllegalArgumentException(
                    "a certificate request token is to be in account " + account + ", which does not exist");
        }
        fake.cloud().certificateRequests.add(account, id, token);
    }
}
