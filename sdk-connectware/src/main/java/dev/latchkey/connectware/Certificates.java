package dev.latchkey.connectware;

import dev.latchkey.core.ApiCall;
import dev.latchkey.core.InvalidInputException;
import dev.latchkey.core.http.HttpApi;
import dev.latchkey.core.http.Repeat;
import dev.latchkey.core.json.Json;
import java.util.List;

/**
 * The certificates that the server trusts.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class Certificates {
    private final HttpApi http;

    Certificates(HttpApi http) {
        this.http = http;
    }

    /**
     * All certificates: {@code GET /api/certificates}.
     *
     * @return a call that yields an immutable list in the server's order
     */
    public ApiCall<List<CertificateInfo>> list() {
        return http.get("/api/certificates").returning(Json.listOrSingle(CertificateInfo.JSON));
    }

    /**
     * Lets the server trust a certificate, or the several of a chain: {@code POST /api/certificates}. Repeated only if the
     * server cannot have seen it.
     *
     * @param certificate without its private key
     * @return a call that yields what the server has taken up
     * @throws InvalidInputException if the text holds a private key, which belongs nowhere but with its owner
     */
    public ApiCall<List<CertificateInfo>> upload(CertificatePem certificate) {
        if (Inputs.present("certificate", certificate).holdsPrivateKey()) {
            throw new InvalidInputException(
                    "The text holds a private key beside the certificate. Give the certificate alone.");
        }
        return http.post("/api/certificates")
                .repeat(Repeat.ONCE)
                .json(Json.STRING, certificate.text())
                .returning(Json.listOrSingle(CertificateInfo.JSON));
    }

    /**
     * A certificate itself: {@code GET /api/certificates/content}.
     *
     * @param id as {@link #list} tells it
     * @return a call that yields the text, of which {@link CertificatePem#x509} makes the certificate; it fails with {@link
     *     dev.latchkey.core.NotFoundException} if there is no such certificate
     * @throws InvalidInputException if the id is blank
     */
    public ApiCall<CertificatePem> getContent(String id) {
        return http.get("/api/certificates/content")
                .query("id", Inputs.require("id of the certificate", id))
                .header("Accept", "*/*")
                .returning(CertificateContent.READER);
    }
}
