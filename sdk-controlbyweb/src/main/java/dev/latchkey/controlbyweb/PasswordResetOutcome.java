package dev.latchkey.controlbyweb;

import dev.latchkey.core.BadRequestException;
import dev.latchkey.core.http.Answer;
import dev.latchkey.core.http.ResponseReader;
import java.io.IOException;
import java.util.Map;

/**
 * Tells success from failure where the status does not: the vendor's server answers 200 to a reset that it refuses. Only the
 * documented words are a success, and no words at all.
 */
enum PasswordResetOutcome implements ResponseReader<Confirmation> {
    MAIL_SENT("Password reset email sent.", "passwords.sent", "The server has not sent a reset mail."),
    PASSWORD_SET("Password reset successfully.", "passwords.reset", "The server has not set the new password.");

    private final String message;
    private final String code;
    private final String problem;

    PasswordResetOutcome(String message, String code, String problem) {
        this.message = message;
        this.code = code;
        this.problem = problem;
    }

    @Override
    public Confirmation read(Answer answer) throws IOException {
        Confirmation said = Confirmation.read(answer);
        if (answer.isEmpty() || code.equals(said.data()) || message.equals(said.message())) {
            return said;
        }
        throw new BadRequestException(answer.failure(problem, said.data(), said.message()), Map.of(), null);
    }
}
