package dev.latchkey.fake;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The standalone program's command line. */
record Options(
        boolean help,
        int basePort,
        Map<String, Integer> ports,
        @Nullable Path seed,
        List<String> controlHosts) {
    private static final int DEFAULT_PORT = 18180;
    private static final int HIGHEST_PORT = 65535;

    static final String HELP = """
        Fake servers for tests, on the loopback address.

          --port N                the first fake's port, the others follow; 0 for any free ones (default 18180)
          --controlbyweb-port N   the port of this fake (default: the first)
          --connectware-port N    the port of this fake (default: the next after the first)
          --webitel-port N        the port of this fake (default: the second after the first)
          --devicehive-port N     the port of this fake (default: the third after the first)
          --seed FILE             accounts, users and settings in JSON (default: the example of docs/fakes.md)
          --control-host NAME     a further name by which control requests may reach the fakes, as a service's in
                                  a compose file; may be repeated
          --help                  this text

        A line with its base URL is printed for each fake when that is ready.
        """;

    static Options parse(String... args) {
        boolean help = false;
        int basePort = DEFAULT_PORT;
        Map<String, Integer> ports = new HashMap<>();
        Path seed = null;
        List<String> controlHosts = new ArrayList<>();
        for (Iterator<String> i = Arrays.asList(args).iterator(); i.hasNext(); ) {
            String flag = i.next();
            switch (flag) {
                case "--help" -> help = true;
                case "--port" -> basePort = port(flag, value(flag, i));
                case "--seed" -> seed = Path.of(value(flag, i));
                case "--control-host" -> controlHosts.add(value(flag, i));
                default -> ports.put(vendor(flag).name(), port(flag, value(flag, i)));
            }
        }
        return new Options(help, basePort, ports, seed, controlHosts);
    }

    int port(Vendor vendor) {
        int port = basePort == 0 ? 0 : basePort + vendor.portOffset();
        return ports.getOrDefault(vendor.name(), Math.min(port, HIGHEST_PORT));
    }

    private static Vendor vendor(String flag) {
        for (Vendor vendor : Vendor.ALL) {
            if (flag.equals("--" + vendor.name() + "-port")) {
                return vendor;
            }
        }
        throw new IllegalArgumentException("there is no option " + flag);
    }

    private static String value(String flag, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new IllegalArgumentException(flag + " needs a value");
        }
        return rest.next();
    }

    private static int port(String flag, String value) {
        try {
            int port = Integer.parseInt(value);
            if (port < 0 || port > HIGHEST_PORT) {
                throw new NumberFormatException("out of range");
            }
            return port;
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(flag + " needs a port, 0 to " + HIGHEST_PORT, e);
        }
    }
}
