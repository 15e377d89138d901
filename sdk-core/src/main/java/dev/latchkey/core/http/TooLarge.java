package dev.latchkey.core.http;

import dev.latchkey.core.ApiIOException;
import dev.latchkey.core.Failure;
import dev.latchkey.core.MalformedResponseException;

/** What a success ends with that is beyond the limit. */
final class TooLarge {
    private TooLarge() {}

    static ApiIOException answer(Execution execution, int status, long maxBytes) {
        String problem =
                "The answer is longer than " + maxBytes + " bytes. If it may be, raise the limit with maxBodyBytes(…).";
        return exception(execution, status, problem);
    }

    /** Of an answer whose body is not the problem, but what it is packed in. */
    static ApiIOException packing(Execution execution, int status, long maxBytes) {
        String problem = "The answer came in far more bytes than a body of " + maxBytes
                + " needs. The server or something in front of it is broken, or hostile.";
        return exception(execution, status, problem);
    }

    private static ApiIOException exception(Execution execution, int status, String problem) {
        RequestPlan plan = execution.plan();
        Failure failure = new Failure(plan.method(), plan.template(), status, problem, null, null, null, null);
        return new ApiIOException(new MalformedResponseException(execution.told(failure), null));
    }
}
