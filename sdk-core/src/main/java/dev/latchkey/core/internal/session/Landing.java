package dev.latchkey.core.internal.session;

import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What follows when a flight has landed: for listeners, replaced tokens, tokens that are not saved, and those who wait. */
final class Landing {
    private final Announcements announcements;
    private final Consumer<Held> replaced;
    private final BiConsumer<Held, Runnable> saving;

    Landing(Announcements announcements, Consumer<Held> replaced, BiConsumer<Held, Runnable> saving) {
        this.announcements = announcements;
        this.replaced = replaced;
        this.saving = saving;
    }

    /** The session had ended or gone on without this flight. */
    void unwanted(Flight flown, Snapshot current) {
        Trouble trouble = current.trouble();
        flown.abandon(trouble == null ? Trouble.LOGGED_OUT : trouble);
        flown.landLate();
    }

    /** Takes note of what listeners will be told. The caller's lock gives the notes the order of the states. */
    void note(Flight flown, Outcome outcome, Snapshot before) {
        Held held = outcome.held();
        Trouble trouble = outcome.trouble();
        if (held != null) {
            announcements.renewed(before, held);
        } else if (trouble != null) {
            announcements.failed(before, trouble, flown);
        }
    }

    /**
     * The outcome has become the session's state.
     *
     * @param now reading of the monotonic clock
     * @param saveAgain starts another attempt to save
     */
    void wanted(Flight flown, Outcome outcome, Snapshot before, Snapshot after, long now, Runnable saveAgain) {
        Held held = outcome.held();
        Trouble trouble = outcome.trouble();
        if (after.held() != null) {
            saving.accept(after.held(), saveAgain);
        }
        if (held != null) {
            retire(before.held(), held);
            // What was only saved may have expired; who waits then looks again.
            flown.succeed(flown.saving() == null || held.isUsable(now) ? held.authorization() : null);
        } else if (trouble != null) {
            flown.fail(trouble);
        } else {
            flown.succeed(null); // The store had nothing to be taken up.
        }
        announcements.deliver();
    }

    private void retire(@Nullable Held before, Held now) {
        if (before != null && !before.authorization().equals(now.authorization())) {
            replaced.accept(before);
        }
    }
}
