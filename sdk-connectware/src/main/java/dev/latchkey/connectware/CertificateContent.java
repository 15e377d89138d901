package dev.latchkey.connectware;

import dev.latchkey.core.MalformedResponseException;
import dev.latchkey.core.http.Answer;
import dev.latchkey.core.http.ResponseReader;

/** Plain text, of which all is taken that is not empty. */
final class CertificateContent implements ResponseReader<CertificatePem> {
    static final CertificateContent READER = new CertificateContent();

    private CertificateContent() {}

    @Override
    public CertificatePem read(Answer answer) {
        String text = answer.text();
        if (text.trim().isEmpty()) {
            throw new MalformedResponseException(answer.failure("The answer is empty.", null, null), null);
        }
        return new CertificatePem(text);
    }
}
