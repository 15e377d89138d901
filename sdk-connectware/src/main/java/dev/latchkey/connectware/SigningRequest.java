package dev.latchkey.connectware;

import dev.latchkey.core.InvalidInputException;
import java.util.List;
import java.util.Set;
import javax.security.auth.x500.X500Principal;
import org.jspecify.annotations.Nullable;

/**
 * A certificate signing request (PKCS #10): a public key and a name, signed with the private key, which stays with whoever
 * made it. Only the request itself is kept of what is given here, and only that is ever sent.
 *
 * <pre>{@code
 * SigningRequest request = SigningRequest.der(bouncyCastlesRequest.getEncoded());
 * }</pre>
 *
 * <p>Immutable.
 */
public final class SigningRequest {
    private static final String LABEL = "CERTIFICATE REQUEST";
    private static final Set<String> LABELS = Set.of(LABEL, "NEW CERTIFICATE REQUEST");

    private final String pem;
    private final X500Principal subject;

    private SigningRequest(byte[] der) {
        this.subject = subject(der);
        this.pem = PemBlocks.write(LABEL, der);
    }

    /**
     * A request in PEM format.
     *
     * @param text with one block {@code -----BEGIN CERTIFICATE REQUEST-----}; anything around it is left out
     * @return the request
     * @throws InvalidInputException if the text holds no such request, or several
     */
    public static SigningRequest pem(String text) {
        List<byte[]> found = PemBlocks.contents(Inputs.require("certificate signing request", text), LABELS);
        if (found.size() != 1) {
            throw new InvalidInputException("The text holds " + (found.isEmpty() ? "no" : "more than one")
                    + " certificate signing request in PEM format. Give the one that starts with -----BEGIN "
                    + LABEL + "-----.");
        }
        return new SigningRequest(found.get(0));
    }

    /**
     * A request in DER format.
     *
     * @param encoded the bytes, which are copied
     * @return the request
     * @throws InvalidInputException if they are no such request
     */
    public static SigningRequest der(byte[] encoded) {
        return new SigningRequest(Inputs.present("certificate signing request", encoded));
    }

    /**
     * Whom the certificate is wanted for. A server may refuse a request whose common name is not the registered user name.
     *
     * @return the name
     */
    public X500Principal subject() {
        return subject;
    }

    /**
     * The request as text.
     *
     * @return PEM, in lines of 64
     */
    public String pem() {
        return pem;
    }

    private static X500Principal subject(byte[] der) {
        try {
            DerReader document = new DerReader(der);
            DerReader request = document.enter(DerReader.SEQUENCE);
            DerReader info = request.enter(DerReader.SEQUENCE);
            DerReader unusedVersion = info.enter(DerReader.INTEGER);
            byte[] name = info.copy(DerReader.SEQUENCE);
            DerReader unusedKey = info.enter(DerReader.SEQUENCE);
            DerReader unusedAlgorithm = request.enter(DerReader.SEQUENCE);
            DerReader unusedSignature = request.enter(DerReader.BIT_STRING);
            if (document.isAtEnd() && request.isAtEnd()) {
                return new X500Principal(name);
            }
        } catch (IllegalArgumentException e) {
            // Whatever is wrong with it, it is no request.
        }
        throw new InvalidInputException("These bytes are no certificate signing request (PKCS #10). Give what"
                + " your library's request builder has encoded, not a certificate or a key.");
    }

    /** Whether it is the same request, byte by byte. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SigningRequest that && pem.equals(that.pem);
    }

    @Override
    public int hashCode() {
        return pem.hashCode();
    }

    /** The subject. */
    @Override
    public String toString() {
        return "SigningRequest[" + subject + "]";
    }
}
