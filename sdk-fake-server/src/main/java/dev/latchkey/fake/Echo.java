package dev.latchkey.fake;

/** How {@link Fault#echo} spells the request that it sends back. */
public enum Echo {
    /** As it came, as plain text. */
    PLAIN,
    /** In a page of HTML, escaped as HTML asks for. */
    HTML,
    /** As the members {@code line}, {@code headers} and {@code body} of a JSON object. */
    JSON,
    /** Each byte as two hex digits. */
    HEX,
    /** Percent-encoded, as in a form. */
    PERCENT,
    /** In Base 64, without line breaks. */
    BASE64,
    /** As it came, without any answer around it: what comes back is no HTTP. HTTP/1.1 only. */
    NO_HTTP
}
