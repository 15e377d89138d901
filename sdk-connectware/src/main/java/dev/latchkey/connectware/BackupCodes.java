package dev.latchkey.connectware;

import dev.latchkey.core.json.Json;
import dev.latchkey.core.json.RecordAdapter;
import java.util.List;

/**
 * Codes to be kept for the day on which the one-time passwords are lost. Each can be used once.
 *
 * @param codes secrets; immutable
 */
public record BackupCodes(List<String> codes) {
    static final RecordAdapter<BackupCodes> JSON = RecordAdapter.of("BackupCodes", r -> {
        var codes = r.required("backupCodes", Json.listOrSingle(Lenient.TEXT), BackupCodes::codes);
        return in -> new BackupCodes(in.get(codes));
    });

    /** Copies the list. */
    public BackupCodes {
        codes = List.copyOf(codes);
    }

    /** How many there are; never the codes. */
    @Override
    public String toString() {
        return "BackupCodes[" + codes.size() + " codes]";
    }
}
