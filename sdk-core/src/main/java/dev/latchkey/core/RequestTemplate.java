package dev.latchkey.core;

/**
 * What a request of the SDK may be called in metrics, traces and logs. Its URL may hold a secret, and another one each time; this
 * is a tag of each request, for interceptors and event listeners of your {@code OkHttpClient}:
 *
 * <pre>{@code
 * public void callStart(Call call) {
 *     RequestTemplate template = call.request().tag(RequestTemplate.class);
 *     String name = template == null ? call.request().method() : template.toString();
 * }
 * }</pre>
 *
 * <p>Requests of your own, on a client that a session authorises, have none.
 *
 * @param method HTTP method
 * @param path below the base URL, with its parameters, as in {@code /users/{id}}
 */
public record RequestTemplate(String method, String path) {

    /** Method and path. */
    @Override
    public String toString() {
        return method + " " + path;
    }
}
