package dev.latchkey.core.internal.session;

import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What follows when a flight has landed: for listeners, replaced tokens, tokens that are not saved, and those who wait. */
final class Landing {
    private final Announcements announcements;
    private final Consumer<Held> replaced;
    private final BiConsumer<Held, Runnable> saving;
    private final Consumer<Held> late;

    /** What is late came after the session had gone on without it. */
    Landing(
            Announcements announcements,
            Consumer<Held> replaced,
            BiConsumer<Held, Runnable> saving,
            Consumer<Held> late) {
        this.announcements = announcements;
        this.replaced = replaced;
        this.saving = saving;
        this.late = late;
    }

    /** The session had ended or gone on without this flight. */
    void unwanted(Flight flown, Snapshot current) {
        Trouble trouble = current.trouble();
        if (trouble == null) {
            flown.succeed(null); // Another flight has brought tokens, or is about to.
        } else {
            flown.abandon(trouble);
            flown.landLate();
        }
    }

    /** Tokens that came after the session had gone on without them; nobody else will log them out. */
    void revoke(@Nullable Held unwanted) {
        if (unwanted != null) {
            late.accept(unwanted);
        }
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
            flown.succeed(
                    flown.saving() == null || held.isUsable(now) ? held.authorization() : null, announcements::deliver);
        } else if (trouble != null) {
            flown.fail(trouble, announcements::deliver);
        } else {
            flown.succeed(null, announcements::deliver); // The store had nothing to be taken up.
        }
    }

    private void retire(@Nullable Held before, Held now) {
        if (before != null && !before.authorization().equals(now.authorization())) {
            replaced.accept(before);
        }
    }
}
