package dev.latchkey.fake.devicehive;

import dev.latchkey.fake.FakeRequest;
import dev.latchkey.fake.NoAnswer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the query of a list says: filters, order, and which part. */
final class ListQuery {
    private static final Pattern WILDCARD = Pattern.compile("[%_]");

    private final FakeRequest request;
    private final DeviceHiveSettings settings;

    ListQuery(FakeRequest request, DeviceHiveSettings settings) {
        this.request = request;
        this.settings = settings;
    }

    /** Refuses what is no number in these parameters. */
    ListQuery requireNumbers(String... names) {
        for (String name : names) {
            Integer unused = number(name);
        }
        return this;
    }

    /** Whether a text is that of a parameter, or like that of another, beside which the first does not count. */
    boolean allows(String text, String exactly, String like) {
        String pattern = text(like);
        String wanted = text(exactly);
        return pattern != null ? isLike(text, pattern) : wanted == null || text.equals(wanted);
    }

    /** Whether a number is that of a parameter. */
    boolean allows(int number, String name) {
        Integer wanted = number(name);
        return wanted == null || wanted == number;
    }

    /**
     * The part of a list that is asked for. Three queries are never answered: the server loses what it fails with.
     *
     * @param orders by the names of what lists may be sorted by, in lower case
     */
    <T> List<T> part(Stream<T> all, Map<String, Comparator<T>> orders) {
        Integer take = number("take");
        Integer skip = number("skip");
        List<T> list = new ArrayList<>(all.toList());
        Comparator<T> comparator = order(orders);
        String order = text("sortOrder");
        boolean descends = "DESC".equalsIgnoreCase(order);
        if (order != null && !descends && !order.equalsIgnoreCase("ASC")) {
            throw unanswered("sortOrder is neither ASC nor DESC");
        }
        if ((take != null && take < 0) || (skip != null && skip < 0)) {
            throw unanswered("take or skip is negative");
        }
        if (comparator != null) {
            list.sort(descends ? Collections.reverseOrder(comparator) : comparator);
        }
        return list.stream()
                .skip(skip == null ? 0 : skip)
                .limit(take == null ? list.size() : take)
                .toList();
    }

    /** The order that is asked for; null if there is none, and refused if it is by something else. */
    <T> @Nullable Comparator<T> order(Map<String, Comparator<T>> orders) {
        String field = text("sortField");
        Comparator<T> comparator = field == null ? null : orders.get(field.toLowerCase(Locale.ROOT));
        if (field != null && comparator == null) {
            throw Errors.badParameters();
        }
        return comparator;
    }

    private NoAnswer unanswered(String why) {
        String reason = "the server never answers: " + why;
        return settings.unansweredQueries() ? NoAnswer.silent(reason) : NoAnswer.closing(reason);
    }

    private @Nullable String text(String name) {
        List<String> values = request.query(name);
        return values.isEmpty() ? null : values.get(0);
    }

    private @Nullable Integer number(String name) {
        String text = text(name);
        try {
            return text == null ? null : Integer.valueOf(text);
        } catch (NumberFormatException e) {
            throw Errors.framework(404);
        }
    }

    /** As SQL has it; there is no way to escape a wildcard. */
    private static boolean isLike(String text, String pattern) {
        StringBuilder regex = new StringBuilder();
        Matcher wildcards = WILDCARD.matcher(pattern);
        int end = 0;
        while (wildcards.find()) {
            regex.append(Pattern.quote(pattern.substring(end, wildcards.start())))
                    .append(wildcards.group().equals("%") ? ".*" : ".");
            end = wildcards.end();
        }
        regex.append(Pattern.quote(pattern.substring(end)));
        return Pattern.compile(regex.toString(), Pattern.DOTALL).matcher(text).matches();
    }
}
