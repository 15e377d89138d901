package dev.latchkey.fake.internal;

/**
 * A method and a path template such as {@code POST /v1/auth/token}.
 *
 * @param method the HTTP method in capitals
 * @param path the path below the base URL's, variables in braces
 */
public record Endpoint(String method, String path) {
    @Override
    public String toString() {
        return method + " " + path;
    }
}
