package dev.latchkey.devicehive;

import dev.latchkey.core.InvalidInputException;
import dev.latchkey.core.json.Json;
import dev.latchkey.core.json.JsonCodec;
import dev.latchkey.core.json.JsonDecodingException;
import org.jspecify.annotations.Nullable;

/** Refuses what no server accepts before anything is sent. */
final class Inputs {
    private static final int LONGEST_PASSWORD = 128;

    private Inputs() {}

    static String require(String name, @Nullable String value) {
        if (value == null || value.trim().isEmpty()) {
            throw new InvalidInputException("The " + name + " is blank.");
        }
        return value;
    }

    static <T> T present(String name, @Nullable T value) {
        if (value == null) {
            throw new InvalidInputException("The " + name + " is null.");
        }
        return value;
    }

    /** Of one that is longer the server says so, and quotes it in clear. */
    static String password(@Nullable String value) {
        String password = present("password", value);
        if (password.length() > LONGEST_PASSWORD) {
            throw new InvalidInputException(
                    "The password has more than 128 characters, and the server would repeat it in its answer. Choose a"
                            + " shorter one.");
        }
        return password;
    }

    /** JSON in one line, as it will be sent; null for {@code null}. */
    static @Nullable String json(String name, @Nullable String text) {
        if (text == null || text.trim().equals("null")) {
            return null;
        }
        try {
            return JsonCodec.decode(Json.RAW, text);
        } catch (JsonDecodingException e) {
            throw new InvalidInputException("The " + name + " is not JSON. Give a JSON object as text.");
        }
    }
}
