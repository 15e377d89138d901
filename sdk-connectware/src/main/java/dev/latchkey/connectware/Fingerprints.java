package dev.latchkey.connectware;

import dev.latchkey.core.json.RecordAdapter;
import org.jspecify.annotations.Nullable;

/**
 * The hashes of a certificate, by which it is known. Any of these may be missing.
 *
 * @param sha1 by SHA-1
 * @param sha256 by SHA-256
 */
public record Fingerprints(@Nullable String sha1, @Nullable String sha256) {
    static final RecordAdapter<Fingerprints> JSON = RecordAdapter.of("Fingerprints", r -> {
        var sha1 = r.optional("sha1", Lenient.TEXT, Fingerprints::sha1);
        var sha256 = r.optional("sha256", Lenient.TEXT, Fingerprints::sha256);
        return in -> new Fingerprints(in.get(sha1), in.get(sha256));
    });
}
