package dev.latchkey.benchmarks.get;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A client that is logged in, and asks for one user. */
interface UserSource<U> extends AutoCloseable {
    /** The user of this id, decoded. */
    U get(String id) throws IOException;

    /** The name in what {@link #get} brought. */
    @Nullable
    String username(U user);

    @Override
    default void close() {}
}
