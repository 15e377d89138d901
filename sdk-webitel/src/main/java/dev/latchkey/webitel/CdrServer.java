package dev.latchkey.webitel;

import com.squareup.moshi.JsonAdapter;
import dev.latchkey.core.json.Json;
import dev.latchkey.core.json.RecordAdapter;
import org.jspecify.annotations.Nullable;

/**
 * Where the server keeps its call detail records.
 *
 * @param host base URL of that server as this one sees it; often a name that only machines beside it know
 * @param useProxy whether requests for it go through this server; servers send a boolean or a string
 */
public record CdrServer(@Nullable String host, @Nullable Boolean useProxy) {
    static final JsonAdapter<CdrServer> JSON = RecordAdapter.of("CdrServer", r -> {
        var host = r.optional("host", Json.lenient(Json.STRING), CdrServer::host);
        var useProxy = r.optional("useProxy", Json.lenient(Json.BOOLEAN_LENIENT), CdrServer::useProxy);
        return in -> new CdrServer(in.get(host), in.get(useProxy));
    });
}
