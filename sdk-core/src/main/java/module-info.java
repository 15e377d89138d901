/** Calls, sessions, errors and JSON that every vendor module shares. It knows no vendor. */
@SuppressWarnings("requires-transitive-automatic") // moshi and okio have no module descriptor
module dev.latchkey.core {
    requires transitive com.squareup.moshi;
    requires transitive okhttp3;
    requires transitive okio;
    requires static transitive org.jspecify;
    requires io.github.resilience4j.core;
    requires io.github.resilience4j.retry;
    requires org.slf4j;

    exports dev.latchkey.core;
    exports dev.latchkey.core.auth;
    exports dev.latchkey.core.http;
    exports dev.latchkey.core.json;
    exports dev.latchkey.core.oauth2;
    exports dev.latchkey.core.store;
    exports dev.latchkey.core.vendor;
}
