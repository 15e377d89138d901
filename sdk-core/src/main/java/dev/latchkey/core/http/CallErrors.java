package dev.latchkey.core.http;

import dev.latchkey.core.ApiException;
import dev.latchkey.core.ApiIOException;
import dev.latchkey.core.CallCanceledException;
import dev.latchkey.core.CallInterruptedException;
import dev.latchkey.core.CallTimeoutException;
import dev.latchkey.core.TransportException;
import dev.latchkey.core.UntrustedServerException;
import dev.latchkey.core.internal.call.Misfit;
import dev.latchkey.core.internal.call.TokenAwaitedException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import javax.net.ssl.SSLException;

/**
 * What a call without an answer ends with. OkHttp gives a timeout and an interrupt the same class, so the
 * execution is asked first. The words are ours, and of the cause there is what {@link Wordless} leaves.
 */
final class CallErrors {
    private static final String NOT_TRUSTED =
            "The server's certificate is not trusted. Check the host in the base URL and this machine's clock. If the"
                    + " server has an authority of its own, give the builder an okHttpClient(…) that trusts it.";

    private CallErrors() {}

    static ApiException exception(Execution execution, IOException failure, boolean clientIsOpen) {
        if (failure instanceof ApiIOException ours) {
            return ours.reason();
        }
        LinkageError misfit = Misfit.in(failure);
        if (misfit != null) {
            return new ApiException(execution.failure(Misfit.problem(misfit)), misfit);
        }
        Exception cause = Wordless.of(failure);
        if (execution.isTimedOut()) {
            return new CallTimeoutException(execution.failure(tooLate(execution, failure)), cause);
        }
        if (!clientIsOpen && execution.call().isCanceled()) {
            return Lifecycle.refusal(execution);
        }
        if (execution.call().isCanceled()) {
            return new CallCanceledException(execution.failure("The call was cancelled."), cause);
        }
        if (failure instanceof InterruptedIOException && !(failure instanceof SocketTimeoutException)) {
            return interrupted(execution, failure, cause);
        }
        if (Trust.isMissing(failure)) {
            return new UntrustedServerException(execution.failure(NOT_TRUSTED), cause);
        }
        String proxy = ProxyRefusal.problem(failure);
        return new TransportException(execution.failure(proxy == null ? problem(execution, failure) : proxy), cause);
    }

    private static String tooLate(Execution execution, IOException failure) {
        String problem = "The call did not end within "
                + Duration.ofNanos(execution.plan().timeoutNanos()) + ".";
        String whyNoToken = TokenAwaitedException.whyIn(failure);
        return whyNoToken == null ? problem : problem + " It waited for a token: " + whyNoToken;
    }

    private static ApiException interrupted(Execution execution, IOException failure, Exception cause) {
        if ("timeout".equals(failure.getMessage())) {
            return new CallTimeoutException(execution.failure("An interceptor's limit for the call ran out."), cause);
        }
        Thread.currentThread().interrupt();
        return new CallInterruptedException(execution.failure("The thread was interrupted."), cause);
    }

    private static String problem(Execution execution, IOException failure) {
        if (failure instanceof SocketTimeoutException) {
            return execution.hasReachedWire()
                    ? "The server did not answer within a timeout set by one of your OkHttp interceptors."
                    : "The server could not be reached in time. Check the base URL, the network and the proxy.";
        }
        if (failure instanceof UnknownHostException) {
            return "The server's name could not be resolved. Check the base URL and the network.";
        }
        if (failure instanceof ConnectException) {
            return "No connection to the server. Check the base URL and the network.";
        }
        if (failure instanceof SSLException) {
            return "The secure connection failed (" + failure.getClass().getSimpleName() + ").";
        }
        return "The connection broke (" + failure.getClass().getSimpleName() + ").";
    }
}
