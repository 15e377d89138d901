package dev.latchkey.core.internal.session;

/**
 * What a refused request is sent again with.
 *
 * @param authorization a token other than the refused one
 * @param forced whether this call caused the renewal of a token that had not expired
 */
public record Replay(Authorization authorization, boolean forced) {}
