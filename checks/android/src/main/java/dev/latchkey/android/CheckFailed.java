package dev.latchkey.android;

/** Something is not as an Android application needs it. */
final class CheckFailed extends RuntimeException {
    CheckFailed(String problem) {
        super(problem);
    }
}
