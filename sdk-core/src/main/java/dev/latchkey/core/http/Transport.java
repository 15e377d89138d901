package dev.latchkey.core.http;

import dev.latchkey.core.ApiException;
import dev.latchkey.core.internal.call.Misfit;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Executor;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** What every call of one client shares: the pipeline, and how answers and failures are read. */
final class Transport {
    private final Pipeline pipeline;
    private final TokenLimit tokenLimit;
    private final AnswerErrors answerErrors;
    private final List<String> sessionHeaders;

    Transport(Pipeline pipeline, TokenLimit tokenLimit, AnswerErrors answerErrors, List<String> sessionHeaders) {
        this.pipeline = pipeline;
        this.tokenLimit = tokenLimit;
        this.answerErrors = answerErrors;
        this.sessionHeaders = sessionHeaders;
    }

    Execution prepare(RequestPlan plan) {
        return pipeline.prepare(tokenLimit.applied(plan));
    }

    Executor threads() {
        return pipeline.threads();
    }

    /** Names that a user cannot set. */
    List<String> sessionHeaders() {
        return sessionHeaders;
    }

    AsyncCalls asyncCalls() {
        return pipeline.asyncCalls();
    }

    boolean isOpen() {
        return pipeline.lifecycle().isOpen();
    }

    /** Runs an execution on this thread; its limit counts already, and ends here. */
    <T extends @Nullable Object> T run(Execution execution, ResponseReader<T> reader) {
        try (Response response = execution.call().execute()) {
            return read(execution, response, reader);
        } catch (IOException e) {
            throw exception(execution, e);
        } finally {
            execution.exit();
            execution.body().clear();
        }
    }

    private <T extends @Nullable Object> T read(Execution execution, Response response, ResponseReader<T> reader) {
        if (!reader.reads(response.code())) {
            throw answerErrors.exception(execution, response);
        }
        Answer answer = new Answer(execution, response);
        try {
            return reader.read(answer);
        } catch (ApiException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw answer.failures().unreadable(e);
        } catch (LinkageError e) {
            throw new ApiException(answer.failures().failure(Misfit.problem(e), null, null), e);
        }
    }

    ApiException exception(Execution execution, IOException failure) {
        return CallErrors.exception(execution, failure, isOpen());
    }
}
