package dev.latchkey.examples;

import dev.latchkey.core.auth.MfaEnrollment;
import dev.latchkey.fake.webitel.FakeUser;
import dev.latchkey.fake.webitel.FakeWebitel;
import dev.latchkey.webitel.DomainTokenInfo;
import dev.latchkey.webitel.DomainTokens;
import dev.latchkey.webitel.NewDomainToken;
import dev.latchkey.webitel.TokensOfDomain;
import dev.latchkey.webitel.WebitelClient;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Consumer;

/** As an administrator of Webitel: make the next static token of a domain, and delete those before it; protect root. */
public final class RotateADomainToken {
    private RotateADomainToken() {}

    public static void main(String[] args) throws Exception {
        try (FakeWebitel fake = FakeWebitel.start()) {
            fake.addUser(FakeUser.builder("200@mydomain.com", "secret")
                    .role(1, "admin")
                    .build());
            fake.addUser(FakeUser.builder("root", "secret").build());
            fake.createDomainToken("mydomain.com");
            try (WebitelClient admin = client(fake, "200@mydomain.com")) {
                rotate(admin, next -> use(fake.baseUrl(), next));
            }
            try (WebitelClient root = client(fake, "root")) {
                protect(root);
            }
        }
    }

    static void rotate(WebitelClient admin, Consumer<String> keep) {
        DomainTokens tokens = admin.domainTokens("mydomain.com");
        NewDomainToken next =
                tokens.create("user", Instant.now().plus(Duration.ofDays(30))).execute();
        keep.accept(next.token()); // the server shows it here only
        for (TokensOfDomain domain : tokens.list().execute()) {
            for (DomainTokenInfo old : domain.tokens()) {
                if (!old.uuid().equals(next.info().uuid())) {
                    System.out.println("deleted: " + tokens.delete(old.uuid()).execute());
                }
            }
        }
    }

    static void protect(WebitelClient root) throws Exception {
        MfaEnrollment key = Objects.requireNonNull(
                root.security().newSecret().execute().enrollment()); // to be scanned, or kept in a vault
        root.security().setEnabled(true).execute();
        String code = key.oneTimePassword().current();
        System.out.println("a code of it is accepted: "
                + root.security().get(code).execute().enabled());
    }

    private static void use(String baseUrl, String token) {
        try (WebitelClient domain =
                WebitelClient.builder().baseUrl(baseUrl).domainToken(token).build()) {
            System.out.println(
                    "the next token has the role " + domain.whoami().execute().roleName());
        }
    }

    private static WebitelClient client(FakeWebitel fake, String username) {
        return WebitelClient.builder()
                .baseUrl(fake.baseUrl())
                .credentials(username, "secret")
                .build();
    }
}
