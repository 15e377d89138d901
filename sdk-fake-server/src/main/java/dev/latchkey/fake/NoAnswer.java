package dev.latchkey.fake;

/** Thrown by a {@link FakeHandler} where the server answers nothing; the journal tells why. */
public final class NoAnswer extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Fault fault;

    private NoAnswer(Fault fault) {
        super("no answer", null, false, false);
        this.fault = fault;
    }

    /** The connection is closed at once. */
    public static NoAnswer closing(String why) {
        return new NoAnswer(Fault.dropped().named(why));
    }

    /** The connection stays open until the client goes or the fake is closed. */
    public static NoAnswer silent(String why) {
        return new NoAnswer(Fault.silent().named(why));
    }

    Fault fault() {
        return fault;
    }
}
