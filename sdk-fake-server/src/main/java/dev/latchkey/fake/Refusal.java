package dev.latchkey.fake;

/** Thrown by a {@link FakeHandler} to answer at once; it carries the answer. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient FakeResponse response;

    /** Refuses with this answer. */
    public Refusal(FakeResponse response) {
        super("refused with status " + response.status(), null, false, false);
        this.response = response;
    }

    /** The answer. */
    public FakeResponse response() {
        return response;
    }
}
