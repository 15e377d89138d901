package dev.latchkey.benchmarks.server;

/** Logs anyone in, and describes one user to whoever brings the token. */
public final class ConnectwareHandler implements Handler {
    private static final String BEARER = "Bearer " + Samples.TOKEN;

    private final Answer user = Answer.json(200, Samples.user());
    private final Answer refusal = Answer.json(401, "{\"error\":\"Unauthorized\"}");
    private final Answer missing = Answer.json(404, "{\"error\":\"Not Found\"}");

    @Override
    public Answer answer(Request request) {
        return switch (request.target()) {
            case "/api/login" ->
                Answer.json(200, "{\"token\":\"" + Samples.TOKEN + "\",\"expiresAt\":\"2099-01-01T00:00:00.000Z\"}");
            case "/api/users/" + Samples.USER_ID -> BEARER.equals(request.header("Authorization")) ? user : refusal;
            default -> missing;
        };
    }
}
