package dev.latchkey.fake.connectware;

import dev.latchkey.fake.FakeClock;

/** The state that the groups of endpoints share. To be used with the fake's state to oneself. */
final class Connectware {
    final FakeClock clock;
    final ConnectwareSettings settings = new ConnectwareSettings();
    final SecretText texts = new SecretText(settings);
    final Directory directory = new Directory();
    final AccessTokens tokens;
    final SecondFactor secondFactor;
    final Logins logins;
    final Views views;

    Connectware(FakeClock clock) {
        this.clock = clock;
        tokens = new AccessTokens(clock, texts);
        secondFactor = new SecondFactor(clock, settings.mfa(), texts);
        logins = new Logins(this);
        views = new Views(directory, tokens, settings);
    }

    /** The user that a test names. */
    User requireNamed(String username) {
        User user = directory.userNamed(username);
        if (user == null) {
            throw new IllegalArgumentException("no user " + username + "; there are "
                    + directory.users().stream().map(each -> each.username).toList());
        }
        return user;
    }

    void clear() {
        settings.restore();
        directory.clear();
        tokens.clear();
        logins.clear();
    }
}
