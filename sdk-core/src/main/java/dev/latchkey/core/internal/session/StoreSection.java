package dev.latchkey.core.internal.session;

import dev.latchkey.core.store.LoginNotes;
import dev.latchkey.core.store.StoredSession;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** This session's entry in the store while a job works with it. Its failures are reported, not thrown. */
interface StoreSection {

    /** What is kept, or null if nothing is, or nothing that can be read. */
    @Nullable
    StoredSession load();

    /** Whether the store has it now. The notes on logins stay what they are. */
    boolean save(StoredSession session);

    /** What all who share the store know about logins, as loaded or noted last. */
    LoginNotes notes();

    /** Replaces the notes on logins and nothing else; whether the store has them now. */
    boolean note(LoginNotes notes);

    /** Replaces them together with what is saved next. */
    void noteWithNextSave(LoginNotes notes);

    /** Whether somebody else may have sent the refresh token that is kept, and may still save what it brings. */
    boolean mayBeSpent();

    /** Why no refresh token may be sent now, since somebody else may have entered meanwhile; null if none can. */
    @Nullable
    IOException whyNotHeld();

    /** The last failure to enter the section or to read; null if nobody else is in it and what it holds is known. */
    @Nullable
    Exception outage();
}
