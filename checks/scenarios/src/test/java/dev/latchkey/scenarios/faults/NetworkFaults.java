package dev.latchkey.scenarios.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.core.ApiCall;
import dev.latchkey.core.CallTimeoutException;
import dev.latchkey.core.RenewalFailedException;
import dev.latchkey.core.UntrustedServerException;
import dev.latchkey.fake.FakeServer;
import dev.latchkey.scenarios.TestClient;
import dev.latchkey.testsupport.Execution;
import java.net.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import okhttp3.OkHttpClient;
import okhttp3.tls.HandshakeCertificates;

/** Every operation where no connection comes about: in the middle of a session, and from the start. */
final class NetworkFaults {
    private final DeadEnds deadEnds;
    private final HandshakeCertificates trusting;
    private final List<Combination> all = new ArrayList<>();

    private NetworkFaults(DeadEnds deadEnds) {
        this.deadEnds = deadEnds;
        this.trusting = deadEnds.trusting();
    }

    static List<Combination> all(DeadEnds deadEnds) {
        NetworkFaults faults = new NetworkFaults(deadEnds);
        Rows.ofAllVendors().forEach(faults::add);
        return faults.all;
    }

    private void add(Row row) {
        for (Outage outage : Outage.values()) {
            for (Hits hits : Hits.values()) {
                add(row, outage + ", " + hits, way -> interrupted(row, outage, hits, way));
            }
            add(row, outage + " from the start", way -> {
                Network network = new Network(deadEnds);
                network.fail(outage, Hits.EVERY_TIME);
                return neverConnected(
                        row, network::under, NetworkFaults::byName, outage.limit(), outage.failure(), way);
            });
        }
        String silent =
                deadEnds.silent().getHostString() + ":" + deadEnds.silent().getPort();
        add(row, "silent server", way -> neverAnswered(row, client -> client, "http://" + silent, way));
        add(row, "silent TLS handshake", way -> neverAnswered(row, client -> client, "https://" + silent, way));
        Proxy proxy = new Proxy(Proxy.Type.HTTP, deadEnds.silent());
        add(
                row,
                "CONNECT never answered",
                way -> neverAnswered(row, client -> client.proxy(proxy), "https://localhost", way));
        add(
                row,
                "untrusted certificate",
                way -> neverConnected(
                        row,
                        client -> client,
                        any -> deadEnds.untrusted(),
                        Cell.AMPLE,
                        UntrustedServerException.class,
                        way));
        add(
                row,
                "expired certificate",
                way -> neverConnected(
                        row,
                        client -> client.sslSocketFactory(trusting.sslSocketFactory(), trusting.trustManager()),
                        any -> deadEnds.expired(),
                        Cell.AMPLE,
                        UntrustedServerException.class,
                        way));
    }

    private void add(Row row, String column, Function<Execution, Outcome> trial) {
        Execution way = Combination.nextWay(all);
        all.add(new Combination(
                row.vendor(), row.id(), column + ", " + way, facets(row, column, way), () -> trial.apply(way)));
    }

    private static Set<String> facets(Row row, String column, Execution way) {
        return Set.of(row.id(), row.vendor() + ", " + column, row.repeats() + ", " + column, way + ", " + column);
    }

    private Outcome interrupted(Row row, Outage outage, Hits hits, Execution way) {
        Network network = new Network(deadEnds);
        Cell cell = outage.effect().on(row, hits);
        try (Stage stage = Stage.of(row.vendor(), network::under, NetworkFaults::byName, options -> {})) {
            stage.client().session().login().execute();
            Scene<?, ?> scene = new Scene<>(stage.subject(), stage.client(), stage.client());
            ApiCall<?> call = row.call().apply(scene).timeout(cell.limit());
            stage.subject().fake().journal().clear();
            stage.pool().evictAll();
            network.fail(outage, hits);

            Outcome outcome = stage.perform(() -> way.run(call), cell.limit(), scene.secrets());

            assertThat(outcome.type()).as("outcome").isIn(cell.outcomes());
            assertThat(stage.subject().fake().journal().count())
                    .as("requests")
                    .isEqualTo(outcome.type() == Value.class ? 1 : 0);
            network.heal();
            stage.requireRecovery();
            return outcome;
        }
    }

    private static Outcome neverAnswered(
            Row row, UnaryOperator<OkHttpClient.Builder> network, String url, Execution way) {
        return neverConnected(row, network, any -> url, Cell.SHORT, CallTimeoutException.class, way);
    }

    /** What needs a session does not even get one. */
    private static Outcome neverConnected(
            Row row,
            UnaryOperator<OkHttpClient.Builder> network,
            Function<FakeServer, String> url,
            Duration limit,
            Class<?> failure,
            Execution way) {
        try (Stage stage = Stage.of(row.vendor(), network, url, Stage.limited(limit));
                TestClient helper = stage.subject().client()) {
            Scene<?, ?> scene = new Scene<>(stage.subject(), stage.client(), helper);
            ApiCall<?> call = row.call().apply(scene);
            stage.subject().fake().journal().clear();

            Outcome outcome = stage.perform(() -> way.run(call), limit, scene.secrets());

            assertThat(outcome.type()).as("outcome").isIn(withoutConnection(row, failure));
            assertThat(stage.subject().fake().journal().count()).as("requests").isZero();
            return outcome;
        }
    }

    /** A call and the login that it waits for may have the same limit; either may be over first. */
    private static Set<Class<?>> withoutConnection(Row row, Class<?> failure) {
        if (!row.renewed()) {
            return Set.of(failure);
        }
        return failure == CallTimeoutException.class
                ? Set.of(RenewalFailedException.class, CallTimeoutException.class)
                : Set.of(RenewalFailedException.class);
    }

    /** So that the name has to be resolved. */
    private static String byName(FakeServer fake) {
        return fake.baseUrl().replace("127.0.0.1", "localhost");
    }
}
