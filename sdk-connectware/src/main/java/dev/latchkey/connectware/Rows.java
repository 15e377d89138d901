package dev.latchkey.connectware;

import dev.latchkey.core.InvalidInputException;

/** The size of a page. */
final class Rows {
    /** The most that the vendor documents, of the listing of users; what is asked for unless a query says otherwise. */
    static final int DOCUMENTED = 100;

    private Rows() {}

    static void check(int rowsPerPage) {
        check(rowsPerPage, Integer.MAX_VALUE);
    }

    static void check(int rowsPerPage, int most) {
        if (rowsPerPage < 1 || rowsPerPage > most) {
            throw new InvalidInputException("rowsPerPage is " + rowsPerPage + "; it must be 1 "
                    + (most == Integer.MAX_VALUE ? "or more." : "to " + most + "."));
        }
    }
}
