package dev.latchkey.fake;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/**
 * The fakes as a program, for tests in any language:
 * {@code java -jar latchkey-fake-server-standalone.jar --port 18180 --seed seed.json}. It prints a line for each fake
 * when that is ready, and runs until it is ended. {@code docs/fakes.md} has the seed file and the control endpoints.
 */
public final class Main {
    private static final int DONE = 0;
    private static final int WRONG_USE = 2;
    private static final int SERVES = -1;

    private Main() {}

    /**
     * Runs the program; wrong use ends it with status 2 and a line that says what to do.
     *
     * @throws InterruptedException if its thread is interrupted, which ends it
     */
    public static void main(String... args) throws InterruptedException {
        int status = run(System.out, System.err, args);
        if (status == SERVES) {
            new CountDownLatch(1).await(); // Fakes alone keep no process alive.
        }
        System.exit(status);
    }

    static int run(PrintStream out, PrintStream err, String... args) {
        List<FakeServer> fakes = new ArrayList<>();
        try {
            Options options = Options.parse(args);
            if (options.help()) {
                out.print(Options.HELP);
                return DONE;
            }
            SeedText seed = SeedText.read(options.seed());
            for (Vendor vendor : Vendor.ALL) {
                FakeServer fake = vendor.make(seed);
                fakes.add(fake);
                fake.serveControlEndpoints(options.controlHosts().toArray(new String[0]));
                fake.listenOn(options.port(vendor));
                out.println(vendor.name() + " " + fake.baseUrl());
            }
            out.flush();
        } catch (IllegalArgumentException | UncheckedIOException e) {
            return refuse(err, fakes, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            return refuse(err, fakes, "cannot read the seed file: " + e);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(() -> fakes.forEach(FakeServer::close), "close-fakes"));
        return SERVES;
    }

    private static int refuse(PrintStream err, List<FakeServer> started, String message) {
        started.forEach(FakeServer::close);
        err.println(message);
        err.println("Try --help.");
        return WRONG_USE;
    }
}
