package dev.latchkey.core.http;

import org.jspecify.annotations.Nullable;

/** A proxy that wants a login, which OkHttp tells by the texts of exceptions alone. */
final class ProxyRefusal {
    /** What to say of an answer with the status 407. */
    static final String WANTS_LOGIN =
            "The proxy wants a login (407). Give the client's builder an okHttpClient(…) whose"
                    + " proxyAuthenticator(…) logs in there, or the right proxy(…).";

    private static final String WITHOUT_PROXY =
            "Something on the way wants a login for proxies (407), though this client uses no"
                    + " proxy. Look at the network, or give the client's builder an okHttpClient(…) with the proxy(…) that it needs.";

    /** Of a CONNECT that was answered with 407, and of a 407 where there is no proxy. */
    private static final String NOT_LOGGED_IN = "Failed to authenticate with proxy";

    private static final String NO_PROXY = "Received HTTP_PROXY_AUTH (407) code while not using proxy";
    private static final int DEEPEST = 10;

    private ProxyRefusal() {}

    /** What to say of a call that failed so; null if no proxy refused it. */
    static @Nullable String problem(Throwable failure) {
        Throwable each = failure;
        for (int depth = 0; each != null && depth < DEEPEST; depth++) {
            if (NOT_LOGGED_IN.equals(each.getMessage())) {
                return WANTS_LOGIN;
            }
            if (NO_PROXY.equals(each.getMessage())) {
                return WITHOUT_PROXY;
            }
            each = each.getCause();
        }
        return null;
    }
}
