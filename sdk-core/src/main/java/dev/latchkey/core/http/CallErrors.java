package dev.latchkey.core.http;

import dev.latchkey.core.ApiException;
import dev.latchkey.core.ApiIOException;
import dev.latchkey.core.CallCanceledException;
import dev.latchkey.core.CallInterruptedException;
import dev.latchkey.core.CallTimeoutException;
import dev.latchkey.core.Failure;
import dev.latchkey.core.TransportException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import javax.net.ssl.SSLException;

/**
 * What a call without an answer ends with. OkHttp gives a timeout and an interrupt the same class, so the
 * execution is asked first. The words are ours: those of the cause are not repeated.
 */
final class CallErrors {
    private CallErrors() {}

    static ApiException exception(Execution execution, IOException failure, boolean clientIsOpen) {
        RequestPlan plan = execution.plan();
        if (failure instanceof ApiIOException ours) {
            return ours.reason();
        }
        if (execution.isTimedOut()) {
            String problem = "The call did not end within " + Duration.ofNanos(plan.timeoutNanos()) + ".";
            return new CallTimeoutException(local(plan, problem), failure);
        }
        if (!clientIsOpen && execution.call().isCanceled()) {
            return Lifecycle.refusal(plan.method(), plan.template());
        }
        if (execution.call().isCanceled()) {
            return new CallCanceledException(local(plan, "The call was cancelled."), failure);
        }
        if (failure instanceof InterruptedIOException && !(failure instanceof SocketTimeoutException)) {
            return interrupted(plan, failure);
        }
        return new TransportException(local(plan, problem(execution, failure)), harmless(execution, failure));
    }

    private static ApiException interrupted(RequestPlan plan, IOException failure) {
        if ("timeout".equals(failure.getMessage())) {
            return new CallTimeoutException(local(plan, "An interceptor's limit for the call ran out."), failure);
        }
        Thread.currentThread().interrupt();
        return new CallInterruptedException(local(plan, "The thread was interrupted."), failure);
    }

    /** OkHttp quotes what is no HTTP. It may be a part of an answer that deals in secrets, or words of ours. */
    private static Exception harmless(Execution execution, IOException failure) {
        return execution.plan().secret() && failure instanceof ProtocolException
                ? Unexpected.withoutText(failure)
                : ServerText.about(execution).without(failure);
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

    private static Failure local(RequestPlan plan, String problem) {
        return Failure.local(plan.method(), plan.template(), problem);
    }
}
