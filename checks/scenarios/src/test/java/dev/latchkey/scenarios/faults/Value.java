package dev.latchkey.scenarios.faults;

/** Stands among the classes of exceptions for a call that ends in a value. */
final class Value {
    private Value() {}
}
