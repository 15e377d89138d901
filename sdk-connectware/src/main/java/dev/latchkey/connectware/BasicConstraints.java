package dev.latchkey.connectware;

import dev.latchkey.core.json.RecordAdapter;
import org.jspecify.annotations.Nullable;

/**
 * Whether a certificate may sign others.
 *
 * @param isCa whether it may, null if the server does not say
 * @param pathLength how many certificates may follow it in a chain, null if there is no limit
 */
public record BasicConstraints(
        @Nullable Boolean isCa, @Nullable Integer pathLength) {
    static final RecordAdapter<BasicConstraints> JSON = RecordAdapter.of("BasicConstraints", r -> {
        var isCa = r.optional("isCA", Lenient.FLAG, BasicConstraints::isCa).alias("isCa");
        var length = r.optional("pathLength", Lenient.NUMBER, BasicConstraints::pathLength);
        return in -> new BasicConstraints(in.get(isCa), in.get(length));
    });
}
