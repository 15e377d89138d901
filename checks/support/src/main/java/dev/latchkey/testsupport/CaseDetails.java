package dev.latchkey.testsupport;

import dev.latchkey.core.auth.Tokens;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * In what a case differs from what is printed.
 *
 * @param values of placeholders
 * @param tokens that the caller gives, or null
 * @param sessionless whether no token is to be had for it
 * @param body instead of the documented one, or null
 * @param anyBody whether the body is left to another test
 * @param accept the types that the call accepts
 * @param answer instead of the documented one, or null
 */
record CaseDetails(
        Map<String, String> values,
        @Nullable Tokens tokens,
        boolean sessionless,
        @Nullable String body,
        boolean anyBody,
        String accept,
        @Nullable CaseAnswer answer) {
    static final CaseDetails NONE = new CaseDetails(Map.of(), null, false, null, false, "application/json", null);

    CaseDetails with(String placeholder, String value) {
        Map<String, String> more = new LinkedHashMap<>(values);
        more.put(placeholder, value);
        return new CaseDetails(more, tokens, sessionless, body, anyBody, accept, answer);
    }

    CaseDetails carrying(Tokens given) {
        return new CaseDetails(values, given, sessionless, body, anyBody, accept, answer);
    }

    CaseDetails withoutSession() {
        return new CaseDetails(values, tokens, true, body, anyBody, accept, answer);
    }

    CaseDetails sending(String given) {
        return new CaseDetails(values, tokens, sessionless, given, anyBody, accept, answer);
    }

    CaseDetails withAnyBody() {
        return new CaseDetails(values, tokens, sessionless, body, true, accept, answer);
    }

    CaseDetails accepting(String mediaTypes) {
        return new CaseDetails(values, tokens, sessionless, body, anyBody, mediaTypes, answer);
    }

    CaseDetails answered(String said, @Nullable Object decoded) {
        return new CaseDetails(values, tokens, sessionless, body, anyBody, accept, new CaseAnswer(said, decoded));
    }
}
