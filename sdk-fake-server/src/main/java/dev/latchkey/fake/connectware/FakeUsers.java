package dev.latchkey.fake.connectware;

import java.util.List;

/** The users of the fake, for a test to change without a request. Safe for concurrent use. */
public final class FakeUsers {
    private final Connectware state;
    private final Exclusively exclusively;

    FakeUsers(Connectware state, Exclusively exclusively) {
        this.state = state;
        this.exclusively = exclusively;
    }

    /**
     * Adds a user, and returns the user's id.
     *
     * @throws IllegalArgumentException if the name or the id is taken, or a role does not exist
     */
    public String add(FakeUser user) {
        return exclusively.run(() -> state.directory.create(user).id);
    }

    /**
     * The id of the user with this name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public String id(String username) {
        return exclusively.run(() -> require(username).id);
    }

    /** The names of all users, oldest first. */
    public List<String> names() {
        return exclusively.run(() ->
                state.directory.users().stream().map(user -> user.username).toList());
    }

    /** Gives a user another password; tokens stay good. */
    public FakeUsers changePassword(String username, String password) {
        return exclusively.run(() -> {
            require(username).password = password;
            return this;
        });
    }

    /** Removes a user, whose tokens are refused from now on. */
    public FakeUsers remove(String username) {
        return exclusively.run(() -> {
            User user = require(username);
            state.tokens.revoke(token -> token.userId().equals(user.id));
            state.directory.remove(user);
            return this;
        });
    }

    private User require(String username) {
        return state.requireNamed(username);
    }
}
