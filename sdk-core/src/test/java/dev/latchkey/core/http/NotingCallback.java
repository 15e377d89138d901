package dev.latchkey.core.http;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.Response;

/** The status of a call of the user's own client, or its failure. */
final class NotingCallback implements Callback {
    private final CompletableFuture<Integer> status;

    NotingCallback(CompletableFuture<Integer> status) {
        this.status = status;
    }

    @Override
    public void onFailure(Call call, IOException e) {
        status.completeExceptionally(e);
    }

    @Override
    public void onResponse(Call call, Response response) {
        try (response) {
            status.complete(response.code());
        }
    }
}
