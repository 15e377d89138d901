package dev.latchkey.connectware;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** PEM as the client registry carries it: once more in Base64, in lines of 76 that end with {@code \n}. */
final class WirePem {
    private static final int LINE = 76;

    private WirePem() {}

    static String encode(String pem) {
        return Base64.getMimeEncoder(LINE, new byte[] {'\n'}).encodeToString(pem.getBytes(StandardCharsets.UTF_8))
                + "\n";
    }

    /** Text that is PEM already, or no Base64 at all, is taken as it is. */
    static String decode(String wire) {
        if (PemBlocks.isPem(wire)) {
            return wire;
        }
        try {
            String decoded = new String(Base64.getMimeDecoder().decode(wire), StandardCharsets.UTF_8);
            return PemBlocks.isPem(decoded) ? decoded : wire;
        } catch (IllegalArgumentException e) {
            return wire;
        }
    }
}
