package dev.latchkey.benchmarks.load.realm;

import dev.latchkey.benchmarks.server.Answer;
import dev.latchkey.benchmarks.server.Samples;
import java.util.ArrayList;
import java.util.List;

/** What calls read. */
public final class RealmContent {
    /** Below a realm's base URL. */
    public static final String DEVICES_PATH = "/v1/devices";

    /** What {@link #DEVICES_PATH} is answered with. */
    public static final String DEVICES = "[\"gate\",\"lamp\"]";

    /** The user whom {@code /api/users/…} is answered with. */
    public static final String USER_ID = Samples.USER_ID;

    /** That user's name. */
    public static final String USERNAME = Samples.username(0);

    /** How many pages of users there are. */
    public static final int PAGES = 100;

    /** How many users are on each. */
    public static final int USERS_ON_A_PAGE = 100;

    private static final Answer DEVICES_ANSWER = Answer.json(200, DEVICES);
    private static final Answer USER = Answer.json(200, Samples.user());
    private static final List<Answer> USER_PAGES = pages();

    private RealmContent() {}

    static Answer at(String path) {
        if (path.startsWith("/api/listUsers")) {
            return USER_PAGES.get(page(path) - 1);
        }
        return path.startsWith("/api/users/") ? USER : DEVICES_ANSWER;
    }

    private static int page(String target) {
        String name = "pageNumber=";
        int start = target.indexOf(name) + name.length();
        int end = target.indexOf('&', start);
        return Integer.parseInt(end < 0 ? target.substring(start) : target.substring(start, end));
    }

    private static List<Answer> pages() {
        List<Answer> pages = new ArrayList<>();
        for (int page = 1; page <= PAGES; page++) {
            pages.add(Answer.json(200, Samples.page(USERS_ON_A_PAGE, page, PAGES)));
        }
        return pages;
    }
}
