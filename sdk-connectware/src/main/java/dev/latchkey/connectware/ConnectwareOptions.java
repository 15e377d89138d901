package dev.latchkey.connectware;

import dev.latchkey.core.InvalidInputException;
import dev.latchkey.core.vendor.AuthScheme;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What a builder was told beside the options that every client has. Read while a client is built. */
final class ConnectwareOptions {
    private AuthScheme scheme = AuthScheme.bearer();
    private @Nullable Integer tokenLifetimeHours;
    private @Nullable String tokenLabel;
    private QueryNames names = QueryNames.USUAL;
    private OperationPaths paths = OperationPaths.LIKELY;

    AuthScheme scheme() {
        return scheme;
    }

    void scheme(AuthScheme given) {
        scheme = Inputs.present("scheme", given);
    }

    @Nullable
    Integer tokenLifetimeHours() {
        return tokenLifetimeHours;
    }

    /** The API counts in hours. */
    void tokenLifetime(Duration given) {
        long hours = Inputs.present("lifetime of tokens", given).toHours();
        if (hours < 1 || hours > Integer.MAX_VALUE || !Duration.ofHours(hours).equals(given)) {
            throw new InvalidInputException("The lifetime of tokens is " + given
                    + ". Give whole hours, at least one: Connectware counts in hours.");
        }
        tokenLifetimeHours = (int) hours;
    }

    @Nullable
    String tokenLabel() {
        return tokenLabel;
    }

    void tokenLabel(String given) {
        tokenLabel = Inputs.require("label of tokens", given);
    }

    QueryNames names() {
        return names;
    }

    void name(QueryParameter parameter, String name) {
        names = names.with(Inputs.present("parameter", parameter), Inputs.require("name of the parameter", name));
    }

    OperationPaths paths() {
        return paths;
    }

    void path(OperationPath operation, String path) {
        paths = paths.with(Inputs.present("operation", operation), Inputs.require("path", path));
    }

    void tokenIdName(String name) {
        names = names.withTokenId(Inputs.require("name of the parameter", name));
    }
}
