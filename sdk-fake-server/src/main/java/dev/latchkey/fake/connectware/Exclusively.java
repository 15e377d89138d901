package dev.latchkey.fake.connectware;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads or changes the state while no request is executed. */
interface Exclusively {
    <T extends @Nullable Object> T run(Supplier<T> action);
}
