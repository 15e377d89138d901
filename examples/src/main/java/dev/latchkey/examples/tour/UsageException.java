package dev.latchkey.examples.tour;

/** The command line is wrong. */
public final class UsageException extends RuntimeException {
    private final String problem;

    public UsageException(String problem) {
        super(problem);
        this.problem = problem;
    }

    /** What is wrong with it. */
    public String problem() {
        return problem;
    }
}
