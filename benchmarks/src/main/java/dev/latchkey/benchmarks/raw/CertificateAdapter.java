package dev.latchkey.benchmarks.raw;

import com.squareup.moshi.JsonReader;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

final class CertificateAdapter extends HandWritten<RawCertificate> {
    private static final JsonReader.Options NAMES = JsonReader.Options.of("fingerprint", "createdAt", "expiresAt");

    @Override
    public RawCertificate fromJson(JsonReader reader) throws IOException {
        @Nullable String fingerprint = null;
        @Nullable String createdAt = null;
        @Nullable String expiresAt = null;
        reader.beginObject();
        while (reader.hasNext()) {
            switch (reader.selectName(NAMES)) {
                case 0 -> fingerprint = text(reader);
                case 1 -> createdAt = text(reader);
                case 2 -> expiresAt = text(reader);
                default -> skip(reader);
            }
        }
        reader.endObject();
        return new RawCertificate(fingerprint, createdAt, expiresAt);
    }
}
