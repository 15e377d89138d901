package dev.latchkey.core.http;

import okhttp3.HttpUrl;

/** Scheme, host and port: how far a secret may travel. */
record Origin(String scheme, String host, int port) {

    static Origin of(HttpUrl url) {
        return new Origin(url.scheme(), url.host(), url.port());
    }

    boolean holds(HttpUrl url) {
        return port == url.port() && scheme.equals(url.scheme()) && host.equals(url.host());
    }

    @Override
    public String toString() {
        return scheme + "://" + (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + port;
    }
}
