package dev.latchkey.core.auth;

final class UnattendedOneTimePassword implements OneTimePassword {
    private final OneTimePassword source;

    UnattendedOneTimePassword(OneTimePassword source) {
        this.source = source;
    }

    @Override
    public String current() throws Exception {
        return source.current();
    }

    @Override
    public boolean isUnattended() {
        return true;
    }
}
