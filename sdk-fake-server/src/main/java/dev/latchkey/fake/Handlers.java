package dev.latchkey.fake;

import dev.latchkey.fake.internal.Router;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Finds the handler of a request and runs it, one at a time. */
final class Handlers {
    private final String basePath;
    private final Router<FakeHandler> router = new Router<>();
    private final ReentrantLock stateLock = new ReentrantLock();
    private volatile @Nullable String otherPath;
    private volatile boolean trailingSlashIgnored;

    Handlers(String basePath) {
        this.basePath = basePath;
    }

    Router<FakeHandler> router() {
        return router;
    }

    Router.@Nullable Match<FakeHandler> find(FakeRequest request) {
        String path = below(request);
        return path == null ? null : router.find(request.method(), path);
    }

    /** The methods of the request's path; none if there is no such path. */
    Set<String> methods(FakeRequest request) {
        String path = below(request);
        return path == null ? Set.of() : router.methods(path);
    }

    FakeResponse run(FakeRequest request, Router.Match<FakeHandler> match) {
        FakeRequest matched = request.matched(match.endpoint().path(), match.variables());
        try {
            return exclusively(() -> match.handler().handle(matched));
        } catch (Refusal refusal) {
            return refusal.response();
        } catch (NoAnswer none) {
            throw none;
        } catch (RuntimeException e) {
            return FakeResponse.text(
                    500,
                    "The fake's own code failed on " + matched + ": "
                            + e.getClass().getName());
        }
    }

    <T extends @Nullable Object> T exclusively(Supplier<T> action) {
        stateLock.lock();
        try {
            return action.get();
        } finally {
            stateLock.unlock();
        }
    }

    /** Also serves what lies below this path; its templates are whole paths. */
    void alsoServe(String path) {
        otherPath = path;
    }

    void ignoreTrailingSlash() {
        trailingSlashIgnored = true;
    }

    private @Nullable String below(FakeRequest request) {
        String path = request.rawPath();
        if (trailingSlashIgnored && path.endsWith("/")) {
            path = path.substring(0, path.length() - 1);
        }
        if (path.startsWith(basePath + "/")) {
            return path.substring(basePath.length());
        }
        String other = otherPath;
        return other != null && path.startsWith(other + "/") ? path : null;
    }
}
