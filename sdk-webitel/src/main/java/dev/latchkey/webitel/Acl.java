package dev.latchkey.webitel;

import com.squareup.moshi.JsonAdapter;
import dev.latchkey.core.json.Json;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a user may do: rights by resource. Both are open sets of strings, kept as the server sends them. The resources are
 * parts of the API, such as {@code cdr} or {@code account}; the rights are {@code c}, {@code r}, {@code u} and {@code d}
 * (create, read, update, delete), the same with an {@code o} behind for what is the user's own, and {@code *} for all.
 *
 * @param rights by resource, in the server's order; immutable
 */
public record Acl(Map<String, List<String>> rights) {
    /** Every right. */
    private static final String ALL = "*";

    /** No right at all. */
    static final Acl NOTHING = new Acl(Map.of());

    static final JsonAdapter<Acl> JSON =
            Json.mapped(Json.mapOf(Json.lenient(Json.listOrSingle(Json.lenient(Json.STRING)))), Acl::new, Acl::rights);

    /** Copies the map and its lists. */
    public Acl {
        Map<String, List<String>> copy = new LinkedHashMap<>();
        rights.forEach((resource, each) -> copy.put(resource, List.copyOf(each)));
        rights = Collections.unmodifiableMap(copy);
    }

    /**
     * Whether a right was granted: whether a button for it should be shown. The right to one's own ({@code ro}) does not
     * grant that to everything ({@code r}), nor the other way round: ask for both where both do.
     *
     * @param resource for instance {@code cdr}
     * @param right for instance {@code r}
     * @return true if the server has listed the right, or {@code *}, for this resource
     */
    public boolean allows(String resource, String right) {
        List<String> granted = of(resource);
        return granted.contains(ALL) || granted.contains(right);
    }

    /**
     * The rights to one resource.
     *
     * @param resource for instance {@code cdr}
     * @return the rights as listed, empty if the resource is not; immutable
     */
    public List<String> of(String resource) {
        return rights.getOrDefault(resource, List.of());
    }
}
