package dev.latchkey.core.oauth2;

import dev.latchkey.core.InvalidInputException;
import dev.latchkey.core.auth.Credentials;
import dev.latchkey.core.http.Endpoint;
import dev.latchkey.core.http.HttpApi;
import dev.latchkey.core.http.Repeat;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a vendor issues tokens, and what it wants to be told beside the grant. Its requests carry no token of the session,
 * are never repeated by themselves, and keep the user's interceptors out.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class TokenEndpoint {
    private final HttpApi http;
    private final String path;
    private final List<Parameter> parameters;

    private TokenEndpoint(HttpApi http, String path, List<Parameter> parameters) {
        this.http = http;
        this.path = path;
        this.parameters = parameters;
    }

    /**
     * An endpoint that takes the grant alone.
     *
     * @param http the client's API
     * @param path below the base URL, without parameters
     * @return the endpoint
     */
    public static TokenEndpoint at(HttpApi http, String path) {
        return new TokenEndpoint(http, path, List.of());
    }

    /**
     * The same endpoint, told which public client asks.
     *
     * @param id sent as {@code client_id}
     * @return the endpoint
     */
    public TokenEndpoint withClient(String id) {
        return withParameter("client_id", id);
    }

    /**
     * The same endpoint, told which confidential client asks. The secret travels in the form.
     *
     * @param id sent as {@code client_id}
     * @param secret sent as {@code client_secret}
     * @return the endpoint
     */
    public TokenEndpoint withClient(String id, String secret) {
        return withClient(id).with(new Parameter("client_secret", secret, true));
    }

    /**
     * The same endpoint with another form field behind those of the grant.
     *
     * @param name for instance {@code scope}
     * @param value not a secret
     * @return the endpoint
     */
    public TokenEndpoint withParameter(String name, String value) {
        return with(new Parameter(name, value, false));
    }

    /**
     * The password grant, section 4.3.2 of the RFC.
     *
     * @param credentials who logs in
     * @return the request; its answer is read with {@link IssuedToken#read}
     */
    public Endpoint password(Credentials credentials) {
        return complete(grant("password")
                .form("username", credentials.username())
                .secretForm("password", credentials.password()));
    }

    /**
     * The refresh token grant, section 6 of the RFC.
     *
     * @param refreshToken spent by this request where the server rotates
     * @return the request; its answer is read with {@link IssuedToken#read}
     * @throws InvalidInputException if the token is blank
     */
    public Endpoint refresh(String refreshToken) {
        if (refreshToken == null || refreshToken.trim().isEmpty()) {
            throw new InvalidInputException("The refresh token is blank. Give the one that a login returned.");
        }
        return complete(grant("refresh_token").secretForm("refresh_token", refreshToken));
    }

    private TokenEndpoint with(Parameter parameter) {
        List<Parameter> more = new ArrayList<>(parameters);
        more.add(parameter);
        return new TokenEndpoint(http, path, List.copyOf(more));
    }

    private Endpoint grant(String type) {
        return http.post(path)
                .anonymous()
                .secret()
                .salvaged()
                .repeat(Repeat.NEVER)
                .form("grant_type", type);
    }

    private Endpoint complete(Endpoint request) {
        Endpoint complete = request;
        for (Parameter parameter : parameters) {
            complete = parameter.secret()
                    ? complete.secretForm(parameter.name(), parameter.value())
                    : complete.form(parameter.name(), parameter.value());
        }
        return complete;
    }

    private record Parameter(String name, String value, boolean secret) {
        @Override
        public String toString() {
            return name;
        }
    }
}
