package dev.latchkey.benchmarks.decode;

import com.google.gson.Gson;
import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import dev.latchkey.benchmarks.generated.JSON;
import dev.latchkey.benchmarks.raw.PageAdapter;
import dev.latchkey.benchmarks.raw.RawPage;
import dev.latchkey.benchmarks.server.Samples;
import dev.latchkey.connectware.MeasuredAdapters;
import dev.latchkey.connectware.UserPage;
import dev.latchkey.core.json.JsonCodec;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import okio.Buffer;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A hundred users, bytes in memory to objects. One method is one subject; each fills a buffer or stream of its own first. */
@State(Scope.Benchmark)
public class DecodeBenchmark {
    private static final int USERS = 100;

    private final byte[] document = Samples.page(USERS, 1, USERS).getBytes(StandardCharsets.UTF_8);
    private final JsonAdapter<UserPage> ours = MeasuredAdapters.userPage();
    private final JsonAdapter<RawPage> handWritten = new PageAdapter();
    private final JsonAdapter<RawPage> reflection = new Moshi.Builder().build().adapter(RawPage.class);
    private final Gson gson = generatedGson();

    /** All of them read the same users. */
    @Setup
    public void check() throws IOException {
        UserPage page = latchkey();
        require(page.users().size(), page.users().get(USERS - 1).username());
        require(raw());
        require(moshiReflection());
        List<dev.latchkey.benchmarks.generated.model.User> users =
                Objects.requireNonNull(generated().getUsers());
        require(users.size(), users.get(USERS - 1).getUsername());
    }

    /** Ours, with the checks that it does: the whole document, nothing behind it. */
    @Benchmark
    public UserPage latchkey() throws IOException {
        return JsonCodec.decode(ours, new Buffer().write(document));
    }

    /** A Moshi adapter written by hand. */
    @Benchmark
    public RawPage raw() throws IOException {
        return Objects.requireNonNull(handWritten.fromJson(new Buffer().write(document)));
    }

    /** Moshi's reflection, on records. */
    @Benchmark
    public RawPage moshiReflection() throws IOException {
        return Objects.requireNonNull(reflection.fromJson(new Buffer().write(document)));
    }

    /** What the generated client does with an answer's stream. */
    @Benchmark
    public dev.latchkey.benchmarks.generated.model.UserPage generated() {
        return gson.fromJson(
                new InputStreamReader(new Buffer().write(document).inputStream(), StandardCharsets.UTF_8),
                dev.latchkey.benchmarks.generated.model.UserPage.class);
    }

    private static Gson generatedGson() {
        dev.latchkey.benchmarks.generated.ApiClient unused = new dev.latchkey.benchmarks.generated.ApiClient();
        return JSON.getGson();
    }

    private static void require(RawPage page) {
        require(
                Objects.requireNonNull(page.users()).size(),
                page.users().get(USERS - 1).username());
    }

    private static void require(int users, @Nullable String lastName) {
        if (users != USERS || !Samples.username(USERS - 1).equals(lastName)) {
            throw new IllegalStateException("not the page: " + users + " users, the last of whom is " + lastName);
        }
    }
}
