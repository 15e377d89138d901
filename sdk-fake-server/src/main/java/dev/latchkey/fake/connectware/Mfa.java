package dev.latchkey.fake.connectware;

/** The second factor of a user. To be used with the fake's state to oneself. */
final class Mfa {
    boolean isEnrolled() {
        return false;
    }
}
