package dev.latchkey.core.internal.session;

import dev.latchkey.core.auth.StoredSession;
import org.jspecify.annotations.Nullable;

/** This session's entry in the store while a flight works with it. Its failures are reported, not thrown. */
interface StoreSection {

    /** Whether nobody else is in it; false if the store is broken, so that nobody can tell. */
    boolean isExclusive();

    /** What is kept, or null if nothing is, or nothing that can be read. */
    @Nullable
    StoredSession load();

    /** Whether the store has it now. */
    boolean save(StoredSession session);
}
