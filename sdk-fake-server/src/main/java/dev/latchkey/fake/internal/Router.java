package dev.latchkey.fake.internal;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds the handler for a request: by method, then the most literal template. Safe for concurrent use.
 *
 * @param <H> the handlers
 */
public final class Router<H> {
    private final List<Route<H>> routes = new CopyOnWriteArrayList<>();

    /** Adds a route; one with the same method and template is replaced. */
    public void add(String method, String path, H handler) {
        Route<H> route = new Route<>(new Endpoint(method, path), new PathTemplate(path), handler);
        routes.removeIf(other -> other.endpoint().equals(route.endpoint()));
        routes.add(route);
    }

    /** The match for this method and raw path, or null. */
    public @Nullable Match<H> find(String method, String rawPath) {
        List<String> segments = segments(rawPath);
        Match<H> best = null;
        for (Route<H> route : routes) {
            if (!route.endpoint().method().equals(method)) {
                continue;
            }
            Map<String, String> variables = route.template().match(segments);
            if (variables != null
                    && (best == null
                            || route.template().isMoreSpecificThan(best.route().template()))) {
                best = new Match<>(route, variables);
            }
        }
        return best;
    }

    /** The methods that this raw path has; empty if there is no such path. */
    public Set<String> methods(String rawPath) {
        List<String> segments = segments(rawPath);
        return routes.stream()
                .filter(route -> route.template().match(segments) != null)
                .map(route -> route.endpoint().method())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * The endpoint with exactly this method and template.
     *
     * @throws IllegalArgumentException if there is none; the message lists those that exist
     */
    public Endpoint require(String method, String path) {
        Endpoint wanted = new Endpoint(method, path);
        if (routes.stream().noneMatch(route -> route.endpoint().equals(wanted))) {
            throw new IllegalArgumentException("no endpoint " + wanted + "; there are "
                    + routes.stream().map(route -> route.endpoint().toString()).collect(Collectors.joining(", ")));
        }
        return wanted;
    }

    private static List<String> segments(String rawPath) {
        return List.of(rawPath.substring(rawPath.startsWith("/") ? 1 : 0).split("/", -1));
    }

    record Route<H>(Endpoint endpoint, PathTemplate template, H handler) {}

    /** A route that fits a request. */
    public static final class Match<H> {
        private final Route<H> route;
        private final Map<String, String> variables;

        Match(Route<H> route, Map<String, String> variables) {
            this.route = route;
            this.variables = variables;
        }

        Route<H> route() {
            return route;
        }

        /** The method and the template. */
        public Endpoint endpoint() {
            return route.endpoint();
        }

        /** What answers the request. */
        public H handler() {
            return route.handler();
        }

        /** The path's variables, decoded. */
        public Map<String, String> variables() {
            return variables;
        }

        /** The path to show, each variable through this view of its name and value. */
        public String show(BinaryOperator<String> view) {
            return route.template().show(variables, view);
        }
    }
}
