package dev.latchkey.testsupport;

import org.jspecify.annotations.Nullable;

/**
 * What a server says to an operation.
 *
 * @param body as on the wire
 * @param decoded what the decoded value is written as
 */
record CaseAnswer(String body, @Nullable Object decoded) {}
