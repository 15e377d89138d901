package dev.latchkey.fake.webitel;

import dev.latchkey.fake.FakeRequest;
import dev.latchkey.fake.internal.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A list of accounts, as a request wants it: {@code filter} and {@code columns} are objects, of which the second one's values do
 * not matter. How the console filters is made up: it compares texts.
 */
final class AccountTable {
    private static final String USER = "user";

    private final Map<String, @Nullable Object> filter;
    private final Map<String, @Nullable Object> columns;

    private AccountTable(Map<String, @Nullable Object> filter, Map<String, @Nullable Object> columns) {
        this.filter = filter;
        this.columns = columns;
    }

    static AccountTable of(FakeRequest request) {
        return new AccountTable(object(request.query("filter")), object(request.query("columns")));
    }

    /** By the login. */
    Map<String, Object> of(List<FakeUser> users) {
        Map<String, Object> accounts = new LinkedHashMap<>();
        for (FakeUser user : users) {
            Map<String, @Nullable Object> row = row(user);
            if (isWanted(row)) {
                accounts.put(user.login(), shown(user, row));
            }
        }
        return accounts;
    }

    private boolean isWanted(Map<String, @Nullable Object> row) {
        return filter.entrySet().stream()
                .allMatch(each -> String.valueOf(each.getValue()).equals(row.get(each.getKey())));
    }

    private Map<String, @Nullable Object> shown(FakeUser user, Map<String, @Nullable Object> row) {
        Map<String, @Nullable Object> shown = new LinkedHashMap<>();
        row.forEach((column, value) -> {
            if (columns.isEmpty() || columns.containsKey(column)) {
                shown.put(column, value);
            }
        });
        shown.remove(USER);
        shown.put("id", user.login());
        shown.put("cc_logged", false);
        shown.put("online", false);
        shown.put("domain", user.domain());
        return shown;
    }

    private static Map<String, @Nullable Object> row(FakeUser user) {
        Map<String, @Nullable Object> row =
                Json.object(USER, user.login(), "name", user.login(), "role", user.roleName());
        row.put("agent", "false");
        row.put("agent.status", "");
        row.put("state", "NONREG");
        row.put("status", "NONE");
        row.put("descript", "");
        return row;
    }

    /** What is none is taken for an empty one. */
    private static Map<String, @Nullable Object> object(List<String> query) {
        try {
            Map<String, @Nullable Object> object = query.isEmpty() ? null : Json.asObject(Json.parse(query.get(0)));
            return object == null ? Map.of() : object;
        } catch (Json.BadJson e) {
            return Map.of();
        }
    }
}
