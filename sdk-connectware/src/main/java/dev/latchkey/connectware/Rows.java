package dev.latchkey.connectware;

import dev.latchkey.core.InvalidInputException;

/** The size of a page. */
final class Rows {
    /** The most that the server sends: the fewest requests. */
    static final int MOST = 100;

    private Rows() {}

    static void check(int rowsPerPage) {
        if (rowsPerPage < 1 || rowsPerPage > MOST) {
            throw new InvalidInputException(
                    "There are to be " + rowsPerPage + " rows on a page. Give 1 to " + MOST + ".");
        }
    }
}
