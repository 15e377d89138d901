package dev.latchkey.core.internal.session;

/** A login needs the client's credentials, which are asked for outside the store's section. */
final class CredentialsNeeded extends RuntimeException {
    private static final long serialVersionUID = 1;

    CredentialsNeeded() {
        super("The credentials have not been asked for.", null, false, false);
    }
}
