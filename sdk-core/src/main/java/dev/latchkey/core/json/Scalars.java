package dev.latchkey.core.json;

import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonReader.Token;
import java.io.IOException;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Values that have more than one spelling. */
final class Scalars {
    private Scalars() {}

    static boolean isNumeric(Token found) {
        return found == Token.NUMBER || found == Token.STRING;
    }

    static @Nullable Boolean nextBooleanLenient(JsonReader reader, Token found) throws IOException {
        return switch (found) {
            case BOOLEAN -> reader.nextBoolean();
            case NUMBER -> ofNumber(Numbers.nextLong(reader));
            case STRING -> ofText(reader.nextString());
            default -> null;
        };
    }

    static @Nullable Instant nextInstantLenient(JsonReader reader, Token found) throws IOException {
        if (!isNumeric(found)) {
            return null;
        }
        String text = reader.nextString();
        Instant millis = ofMillis(text);
        return millis != null || found == Token.NUMBER ? millis : Instants.parseRelaxed(text);
    }

    static @Nullable Instant ofMillis(String text) {
        Long millis = Numbers.toLong(text);
        return millis == null ? null : Instant.ofEpochMilli(millis);
    }

    private static @Nullable Boolean ofNumber(@Nullable Long number) {
        return number == null ? null : (Boolean) (number != 0);
    }

    private static @Nullable Boolean ofText(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "1" -> Boolean.TRUE;
            case "false", "0" -> Boolean.FALSE;
            default -> null;
        };
    }
}
