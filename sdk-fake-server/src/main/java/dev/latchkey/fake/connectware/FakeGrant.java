package dev.latchkey.fake.connectware;

/**
 * A way in which a user may log in; the API's {@code GrantType}.
 *
 * @param method {@code password}, {@code certificate} or {@code token}; the fake takes any text
 * @param required whether it has to be used
 */
public record FakeGrant(String method, boolean required) {}
