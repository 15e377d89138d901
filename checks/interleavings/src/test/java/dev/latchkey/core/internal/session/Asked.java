package dev.latchkey.core.internal.session;

import dev.latchkey.core.ApiException;
import dev.latchkey.core.ClientClosedException;
import dev.latchkey.core.SessionExpiredException;
import dev.latchkey.core.auth.LogoutResult;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** What was asked of one client, and what came of it, in a word: ok, SERVER, LOGGED_OUT, CLOSED … */
final class Asked implements OneStep {
    private static final int MOST = 16;

    private final String[] what = new String[MOST];
    private final CompletableFuture<?>[] outcomes = new CompletableFuture<?>[MOST];
    private int count;
    private boolean loggedOutBeforeTheClose;

    /** An operation begins; gives its number. */
    int begin(String operation) {
        if (operation.equals("close") && begun("close") == 0) {
            loggedOutBeforeTheClose = promised("logout") > 0 && begun("login") == 0;
        }
        what[count] = operation;
        return count++;
    }

    /** The client has been asked, and has promised an outcome. */
    void promise(int number, CompletableFuture<?> outcome) {
        outcomes[number] = outcome;
    }

    /** How many operations of one kind have begun. */
    int begun(String operation) {
        return count(operation, false);
    }

    /** How many operations of one kind the client knows of for certain. */
    int promised(String operation) {
        return count(operation, true);
    }

    boolean isLoggedOutBeforeTheClose() {
        return loggedOutBeforeTheClose;
    }

    private int count(String operation, boolean promised) {
        int found = 0;
        for (int i = 0; i < count; i++) {
            boolean counts = what[i].equals(operation) && (!promised || outcomes[i] != null);
            found += counts ? 1 : 0;
        }
        return found;
    }

    int count() {
        return count;
    }

    String what(int number) {
        return what[number];
    }

    /** Null while there is none. */
    @Nullable
    String outcome(int number) {
        CompletableFuture<?> future = outcomes[number];
        return future != null && future.isDone() ? future.handle(Asked::word).join() : null;
    }

    static String word(ApiException failure) {
        if (failure instanceof SessionExpiredException expired) {
            return expired.reason().toString();
        }
        return failure instanceof ClientClosedException
                ? "CLOSED"
                : failure.getClass().getSimpleName();
    }

    private static String word(@Nullable Object result, @Nullable Throwable failure) {
        if (failure == null) {
            return result instanceof LogoutResult || result instanceof String ? result.toString() : "ok";
        }
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        return cause instanceof ApiException known ? word(known) : cause.toString();
    }

    @Override
    public String toString() {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < count; i++) {
            all.append(' ').append(what[i]).append('=').append(outcome(i));
        }
        return all.toString();
    }
}
