package dev.latchkey.core.json;

import com.squareup.moshi.JsonWriter;
import dev.latchkey.core.internal.call.WholeCharacters;

/** Marks a document that is sent: what its texts hold must arrive. One that is kept takes what a server has said as it is. */
final class WholeText {
    private static final WholeText MARK = new WholeText();

    private WholeText() {}

    static JsonWriter requiredIn(JsonWriter writer) {
        writer.setTag(WholeText.class, MARK);
        return writer;
    }

    /** The text, refused if it has half a character and the document is sent. */
    static String of(JsonWriter writer, String text) {
        if (writer.tag(WholeText.class) != null) {
            WholeCharacters.require("A text in the JSON", text);
        }
        return text;
    }
}
