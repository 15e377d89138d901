package dev.latchkey.reliability.processes;

import com.squareup.moshi.Moshi;
import dev.latchkey.controlbyweb.ControlByWebClient;
import dev.latchkey.core.ApiCall;
import dev.latchkey.tokenstore.jdbc.JdbcTokenStore;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.retry.Retry;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kotlin.Unit;
import okhttp3.OkHttpClient;
import okio.Buffer;
import org.mariadb.jdbc.MariaDbPoolDataSource;
import org.postgresql.ds.PGPoolingDataSource;
import org.slf4j.Logger;

/** How a child is started: with little memory, no optimising compiler and no class path beyond what it needs. */
final class ChildCommandLine {
    private static final List<String> JVM = List.of(
            "-Xmx64m",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xshare:auto",
            "-Dfile.encoding=UTF-8",
            "-Dslf4j.internal.verbosity=ERROR");

    @SuppressWarnings("deprecation") // As in Stores.
    private static final String CLASS_PATH = Stream.of(
                    ChildProgram.class,
                    ControlByWebClient.class,
                    ApiCall.class,
                    JdbcTokenStore.class,
                    PGPoolingDataSource.class,
                    MariaDbPoolDataSource.class,
                    OkHttpClient.class,
                    Buffer.class,
                    Unit.class,
                    Moshi.class,
                    Retry.class,
                    IntervalFunction.class,
                    Logger.class)
            .map(ChildCommandLine::location)
            .collect(Collectors.joining(File.pathSeparator));

    private ChildCommandLine() {}

    static List<String> of(ChildSettings settings) {
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(JVM);
        words.addAll(List.of("-cp", CLASS_PATH, ChildProgram.class.getName()));
        words.addAll(settings.arguments());
        return words;
    }

    private static String location(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }
}
