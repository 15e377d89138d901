package dev.latchkey.core.http;

import dev.latchkey.core.internal.session.Authorization;
import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/** Puts the session's token on the SDK's own calls. */
final class AuthorizationInterceptor implements Interceptor {
    private final TokenSender sender;

    AuthorizationInterceptor(TokenSender sender) {
        this.sender = sender;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Execution execution = Execution.of(chain.call());
        return switch (execution.plan().token()) {
            case OF_SESSION -> sender.send(chain, new OwnCall(execution), execution.signal());
            case OF_SESSION_IF_HELD -> {
                Authorization held = sender.held();
                execution.sends(held);
                Request request = chain.request();
                yield Resending.proceed(
                        chain,
                        held == null
                                ? request
                                : held.apply(request.newBuilder()).build(),
                        execution);
            }
            case GIVEN, NONE -> {
                execution.sends(null);
                yield Resending.proceed(chain, chain.request(), execution);
            }
        };
    }

    private record OwnCall(Execution execution) implements TokenSender.Sending {

        @Override
        public Request request(Request request, Authorization token) {
            execution.sends(token);
            return token.apply(request.newBuilder()).build();
        }

        @Override
        public Response proceed(Chain chain, Request request) throws IOException {
            return Resending.proceed(chain, request, execution);
        }

        @Override
        public boolean isRefusal(Response response) {
            return true;
        }

        @Override
        public boolean isAmbiguous() {
            return execution.plan().repeat() == Repeat.NEVER;
        }

        @Override
        public boolean isResendable(Request request) {
            return execution.plan().resendable();
        }

        @Override
        public void refused(Response response) {
            AttemptLog.answered(execution, response.code());
        }
    }
}
