package dev.latchkey.connectware;

import dev.latchkey.core.json.RecordAdapter;
import java.util.List;

/**
 * A page of users.
 *
 * @param users the users on it; immutable
 * @param pagination where the page is in its listing
 */
public record UserPage(List<User> users, Pagination pagination) implements Paginated<User> {
    static final RecordAdapter<UserPage> JSON = RecordAdapter.of("UserPage", r -> {
        var users = r.list("users", User.JSON, UserPage::users);
        var pagination = r.orElse("pagination", Pagination.JSON, Pagination.UNKNOWN, UserPage::pagination);
        return in -> new UserPage(in.get(users), in.get(pagination));
    });

    /** Copies the list. */
    public UserPage {
        users = List.copyOf(users);
    }

    /** Returns {@link #users()}. */
    @Override
    public List<User> items() {
        return users;
    }
}
