/** Stateful in-memory fakes of the vendors' servers, for tests. It knows none of the SDK's own modules. */
module dev.latchkey.fake {
    requires com.eatthepath.otp;
    requires com.squareup.moshi;
    requires mockwebserver3;
    requires okhttp3;
    requires okio;
    requires org.bouncycastle.pkix;
    requires org.bouncycastle.provider;
    requires static transitive org.jspecify;

    exports dev.latchkey.fake;
    exports dev.latchkey.fake.connectware;
    exports dev.latchkey.fake.controlbyweb;
    exports dev.latchkey.fake.devicehive;
    exports dev.latchkey.fake.webitel;
}
