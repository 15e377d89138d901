package dev.latchkey.benchmarks.load.subject;

import dev.latchkey.benchmarks.load.realm.Realm;
import java.util.function.Function;
import okhttp3.OkHttpClient;

/**
 * One way to call an API whose tokens expire.
 *
 * @param name under which its figures stand
 * @param startsWarm whether it is to be at work before a measurement; false for one that could not renew soon after
 * @param opener makes a client of it
 */
public record Subject(String name, boolean startsWarm, Function<Realm, Caller> opener) {
    /** This SDK. */
    public static final Subject LATCHKEY = new Subject("latchkey", true, LatchkeyCaller::alone);

    /** Retrofit with the authenticator that its users are advised to write. */
    public static final Subject RETROFIT = new Subject("retrofit", true, RetrofitCaller::usual);

    /** Retrofit with the authenticator that many write. */
    public static final Subject RETROFIT_NAIVE =
            new Subject("Retrofit, a refresh for each 401", true, RetrofitCaller::naive);

    /** Google's auth library. */
    public static final Subject GOOGLE_AUTH = new Subject("google", true, GoogleAuthCaller::new);

    /** Azure's token cache, which asks for no second token within 30 seconds of the first. */
    public static final Subject AZURE_CORE = new Subject("azure", false, TokenCacheCaller::azure);

    /** AWS's cached supplier. */
    public static final Subject AWS = new Subject("aws", true, TokenCacheCaller::aws);

    /** Microsoft's MSAL4J. */
    public static final Subject MSAL4J = new Subject("msal", true, TokenCacheCaller::msal4j);

    /** Spring Security's client manager. */
    public static final Subject SPRING_SECURITY = new Subject("spring", true, TokenCacheCaller::springSecurity);

    /**
     * This SDK, of whose clients many share one OkHttp.
     *
     * @param shared is not closed with them
     */
    public static Subject latchkeyOn(OkHttpClient shared) {
        return new Subject(LATCHKEY.name(), true, realm -> new LatchkeyCaller(realm, shared));
    }

    /** Makes a client. */
    public Caller open(Realm realm) {
        return opener.apply(realm);
    }
}
