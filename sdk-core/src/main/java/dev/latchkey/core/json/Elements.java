package dev.latchkey.core.json;

import com.squareup.moshi.JsonReader;

/**
 * How many elements of lists and maps a long document may have. An empty object takes three bytes, and what it becomes a
 * hundred: what limits a document's bytes does not limit the memory that it takes.
 */
final class Elements {
    static final int MOST = 500_000;

    private int counted;

    private Elements() {}

    static void limitIn(JsonReader reader) {
        reader.setTag(Elements.class, new Elements());
    }

    /** Costs next to nothing where nothing is counted. */
    static void count(JsonReader reader, int more) {
        Elements elements = reader.tag(Elements.class);
        if (elements != null) {
            elements.add(more);
        }
    }

    private void add(int more) {
        counted += more;
        if (counted > MOST) {
            throw JsonDecodingException.ofBroken("the document has more than " + MOST
                    + " elements, which would take too much memory; ask for fewer at once");
        }
    }
}
