package dev.latchkey.benchmarks.get;

import dev.latchkey.benchmarks.raw.RawUser;
import dev.latchkey.benchmarks.server.Samples;
import dev.latchkey.connectware.User;
import java.io.IOException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** {@code GET /api/users/{id}}, by clients that are logged in already. One method is one subject. */
public class GetBenchmark {
    private static final String SERVER = "benchmarks.server";

    /** A client, whose first answer has been looked at. */
    @State(Scope.Benchmark)
    public abstract static class Client<U> {
        @SuppressWarnings("NullAway.Init") // JMH calls the setup first
        private UserSource<U> users;

        abstract UserSource<U> client(String baseUrl);

        /** Logs in, and sees that the answer is the user that was asked for. */
        @Setup
        public void connect() throws IOException {
            users = client(System.getProperty(SERVER));
            String username = users.username(get());
            if (!Samples.username(0).equals(username)) {
                throw new IllegalStateException("not the user that was asked for: " + username);
            }
        }

        /** Ends the client. */
        @TearDown
        public void disconnect() {
            users.close();
        }

        U get() throws IOException {
            return users.get(Samples.USER_ID);
        }
    }

    /** Ours. */
    public static class Latchkey extends Client<User> {
        @Override
        UserSource<User> client(String baseUrl) {
            return new LatchkeyUsers(baseUrl);
        }
    }

    /** The floor. */
    public static class Raw extends Client<RawUser> {
        @Override
        UserSource<RawUser> client(String baseUrl) {
            return new RawUsers(baseUrl, Samples.TOKEN);
        }
    }

    /** Retrofit with Moshi. */
    public static class Retrofit extends Client<RawUser> {
        @Override
        UserSource<RawUser> client(String baseUrl) {
            return new RetrofitUsers(baseUrl, Samples.TOKEN);
        }
    }

    /** The generated client. */
    public static class Generated extends Client<dev.latchkey.benchmarks.generated.model.User> {
        @Override
        UserSource<dev.latchkey.benchmarks.generated.model.User> client(String baseUrl) {
            return new GeneratedUsers(baseUrl, Samples.TOKEN);
        }
    }

    /** Google's credentials and HTTP client. */
    public static class Google extends Client<GoogleUser> {
        @Override
        UserSource<GoogleUser> client(String baseUrl) {
            return new GoogleUsers(baseUrl, Samples.TOKEN);
        }
    }

    /** Ours. */
    @Benchmark
    public User latchkey(Latchkey client) throws IOException {
        return client.get();
    }

    /** The floor. */
    @Benchmark
    public RawUser raw(Raw client) throws IOException {
        return client.get();
    }

    /** Retrofit with Moshi. */
    @Benchmark
    public RawUser retrofit(Retrofit client) throws IOException {
        return client.get();
    }

    /** The generated client. */
    @Benchmark
    public dev.latchkey.benchmarks.generated.model.User generated(Generated client) throws IOException {
        return client.get();
    }

    /** Google's credentials and HTTP client. */
    @Benchmark
    public GoogleUser google(Google client) throws IOException {
        return client.get();
    }
}
