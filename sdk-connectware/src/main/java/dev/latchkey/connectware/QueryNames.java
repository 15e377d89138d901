package dev.latchkey.connectware;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the query parameters of one client are called.
 *
 * @param changed those that are not called as usual
 * @param tokenId the parameter that limits a deletion to one token; null as long as nobody has said what it is called
 */
record QueryNames(
        Map<QueryParameter, String> changed, @Nullable String tokenId) {
    static final QueryNames USUAL = new QueryNames(Map.of(), null);

    String of(QueryParameter parameter) {
        String name = changed.get(parameter);
        return name == null ? parameter.usual() : name;
    }

    QueryNames with(QueryParameter parameter, String name) {
        Map<QueryParameter, String> more = new EnumMap<>(QueryParameter.class);
        more.putAll(changed);
        more.put(parameter, name);
        return new QueryNames(Map.copyOf(more), tokenId);
    }

    QueryNames withTokenId(String name) {
        return new QueryNames(changed, name);
    }
}
