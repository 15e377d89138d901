package dev.latchkey.connectware;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.latchkey.core.InvalidInputException;
import dev.latchkey.core.MalformedResponseException;
import dev.latchkey.core.auth.MfaEnrollment;
import dev.latchkey.fuzz.Document;
import dev.latchkey.fuzz.Effort;
import dev.latchkey.fuzz.Values;

/** Whatever is given for a certificate, a signing request or an enrolment, it is one or is refused. */
class PemFuzzTest {
    @FuzzTest
    void everyText(byte[] input) {
        Document document = Document.parse(input);
        String text = document.text();
        Effort effort = Effort.begin();
        switch (document.name()) {
            case "certificate" -> certificate(text);
            case "request" -> request(text);
            case "enrolment" -> enrolment(text);
            case "wire" -> certificate(WirePem.decode(text));
            default -> der(document.content().toByteArray());
        }
        effort.end();
    }

    private static void certificate(String text) {
        try {
            new CertificatePem(text).chain();
        } catch (InvalidInputException | MalformedResponseException e) {
            // said so
        }
    }

    private static void request(String text) {
        try {
            SigningRequest request = SigningRequest.pem(text);
            if (!SigningRequest.pem(request.pem()).subject().equals(request.subject())) {
                throw new AssertionError("a request that is written and read again has another subject");
            }
        } catch (InvalidInputException e) {
            // said so
        }
    }

    private static void der(byte[] bytes) {
        try {
            Values.examine(SigningRequest.der(bytes));
        } catch (InvalidInputException e) {
            // said so
        }
    }

    private static void enrolment(String text) {
        try {
            Values.examine(MfaEnrollment.of(text));
        } catch (InvalidInputException e) {
            // said so
        }
    }
}
