package dev.latchkey.benchmarks.load.realm;

import dev.latchkey.benchmarks.server.Answer;
import dev.latchkey.benchmarks.server.Handler;
import dev.latchkey.benchmarks.server.Request;
import java.util.ArrayList;
import java.util.List;

/** Realms side by side: {@code POST /realms} opens one, and {@code /realms/7/…} is the API of the eighth. */
public final class RealmHandler implements Handler {
    static final String REALMS = "/realms/";

    private final List<RealmState> realms = new ArrayList<>();

    /** No realm yet. */
    public RealmHandler() {}

    @Override
    public Answer answer(Request request) {
        String target = request.target();
        if (!target.startsWith(REALMS)) {
            realms.add(new RealmState());
            return Answer.json(200, Integer.toString(realms.size() - 1));
        }
        int end = target.indexOf('/', REALMS.length());
        int number = Integer.parseInt(target.substring(REALMS.length(), end));
        return realms.get(number).answer(request, target.substring(end));
    }
}
