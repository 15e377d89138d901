package dev.latchkey.fake.connectware;

/** A group of the API's operations, with the state that only they have. */
interface Endpoints {
    /** Adds the group's operations to the fake. */
    void register(Routes routes);

    /** Forgets the group's own state. */
    default void clear() {}
}
