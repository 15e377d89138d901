package dev.latchkey.core.json;

/**
 * An adapter that fails in order: it has not touched the value ({@link JsonDecodingException#isUntouched}), or has left it
 * behind, or the document is broken.
 */
interface ReadInPlace {}
