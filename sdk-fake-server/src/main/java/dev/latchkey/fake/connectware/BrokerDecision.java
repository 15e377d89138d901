package dev.latchkey.fake.connectware;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Lets in the fake's users: by password if authentication data is sent, else by a client certificate. */
final class BrokerDecision implements Predicate<BrokerAuthentication> {
    private final Connectware state;

    BrokerDecision(Connectware state) {
        this.state = state;
    }

    @Override
    public boolean test(BrokerAuthentication asked) {
        String data = asked.data();
        if (data == null || data.isEmpty()) {
            User user = user(asked, null);
            return user != null && hasCertificate(user);
        }
        String text = decoded(data);
        if (text == null) {
            return false;
        }
        // Either the password alone or SASL's PLAIN: authorization identity, NUL, name, NUL, password.
        String[] plain = text.split("\0", -1);
        User user = user(asked, plain.length == 3 ? plain[1] : null);
        return user != null && user.acceptsPassword(plain[plain.length - 1]);
    }

    private @Nullable User user(BrokerAuthentication asked, @Nullable String named) {
        String outer = asked.username() == null ? asked.clientId() : asked.username();
        String name = named == null ? outer : named;
        boolean contradicts = named != null && asked.username() != null && !named.equals(asked.username());
        return name == null || contradicts ? null : state.directory.userNamed(name);
    }

    private boolean hasCertificate(User user) {
        Instant now = state.clock.instant();
        return user.grants.stream().anyMatch(grant -> grant.method().equals("certificate"))
                && user.certificates.values().stream().anyMatch(certificate -> isGood(certificate, now));
    }

    private static boolean isGood(FakeCertificate certificate, Instant now) {
        String end = certificate.expiresAt();
        try {
            return end == null || now.isBefore(Instant.parse(end));
        } catch (DateTimeException e) {
            return true; // a date of whoever added it, which says nothing to the fake
        }
    }

    private static @Nullable String decoded(String base64) {
        try {
            return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
