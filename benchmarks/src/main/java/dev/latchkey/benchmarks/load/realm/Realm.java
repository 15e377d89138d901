package dev.latchkey.benchmarks.load.realm;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;

/** An API of one measurement's own, with tokens and counts that no other measurement touches. */
public final class Realm {
    private static final HttpClient CONTROL =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final String baseUrl;

    private Realm(String baseUrl) {
        this.baseUrl = baseUrl;
    }

    /**
     * Opens a realm.
     *
     * @param serverUrl of a server that {@link RealmHandler} answers for
     * @param settings how it behaves at first
     * @return the realm
     */
    public static Realm open(String serverUrl, RealmSettings settings) throws IOException, InterruptedException {
        String number = ask(serverUrl + "/realms");
        Realm realm = new Realm(serverUrl + RealmHandler.REALMS + number);
        realm.set(settings);
        return realm;
    }

    /** What the API's paths are below. */
    public String baseUrl() {
        return baseUrl;
    }

    /** Where tokens are had. */
    public String tokenUrl() {
        return baseUrl + "/v1/auth/token";
    }

    /** What calls ask for; answered with {@link RealmContent#DEVICES}. */
    public String devicesUrl() {
        return baseUrl + RealmContent.DEVICES_PATH;
    }

    /** Changes how it behaves. */
    public void set(RealmSettings settings) throws IOException, InterruptedException {
        ask(baseUrl + "/_set?" + settings.query());
    }

    /** Lets all access tokens die; refresh tokens live on. */
    public void revoke() throws IOException, InterruptedException {
        ask(baseUrl + "/_revoke");
    }

    /** What it has seen so far. */
    public RealmCounts counts() throws IOException, InterruptedException {
        return RealmCounts.of(ask(baseUrl + "/_counts"));
    }

    /** The {@code X-Request-Id} of each call that was refused. */
    public List<String> refusedCalls() throws IOException, InterruptedException {
        String ids = ask(baseUrl + "/_refused");
        return ids.isEmpty() ? List.of() : List.of(ids.split(" ", -1));
    }

    private static String ask(String url) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url)).build();
        HttpResponse<String> response = CONTROL.send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException("the server answered " + response.statusCode() + " to " + url);
        }
        return response.body();
    }
}
