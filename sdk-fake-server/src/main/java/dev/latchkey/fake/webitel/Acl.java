package dev.latchkey.fake.webitel;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The roles by name: what each may do, and whom it inherits from. To be used with the fake's state to oneself. */
final class Acl {
    static final String ROOT = "root";

    /** The one that was last made or changed comes first, as the server lists them. */
    private final List<String> names = new ArrayList<>();

    private final Map<String, Map<String, List<String>>> own = new LinkedHashMap<>();
    private final Map<String, List<String>> parents = new LinkedHashMap<>();

    Acl() {
        restore();
    }

    void restore() {
        names.clear();
        own.clear();
        parents.clear();
        add(Roles.name(Roles.USER), null, Roles.ofUsers());
        add(Roles.name(Roles.ADMIN), Roles.name(Roles.USER), Roles.ofAdmins());
    }

    /** Root is not among them. */
    List<String> names() {
        return List.copyOf(names);
    }

    Map<String, List<String>> parents() {
        return new LinkedHashMap<>(parents);
    }

    /** With what the role inherits, over any number of generations; nothing for a role that is not known. */
    Map<String, List<String>> rights(String role) {
        Map<String, List<String>> rights = new LinkedHashMap<>();
        collect(role, rights, new HashSet<>());
        return rights;
    }

    private void collect(String role, Map<String, List<String>> rights, Set<String> seen) {
        if (seen.add(role)) {
            join(rights, role.equals(ROOT) ? Roles.ofRoot() : own.getOrDefault(role, Map.of()));
            parents.getOrDefault(role, List.of()).forEach(parent -> collect(parent, rights, seen));
        }
    }

    /** A role that exists gets the rights and the parent beside its own. One with neither is not there. */
    void add(String role, @Nullable String parent, Map<String, List<String>> rights) {
        Map<String, List<String>> known = changed(role, !rights.isEmpty() || parent != null);
        rights.forEach((resource, more) -> known.merge(resource, more, (before, added) -> joined(added, before)));
        if (parent != null) {
            parents.merge(role, List.of(parent), (before, added) -> joined(added, before));
        }
    }

    /** Of a role that does not exist one is made. Rights to resources that are not named stay. */
    void replace(String role, Map<String, List<String>> rights) {
        Map<String, List<String>> known = changed(role, !rights.isEmpty());
        rights.forEach((resource, all) -> {
            if (all.isEmpty()) {
                known.remove(resource);
            } else {
                known.put(resource, all);
            }
        });
    }

    void remove(String role) {
        names.remove(role);
        own.remove(role);
        parents.remove(role);
    }

    private Map<String, List<String>> changed(String role, boolean isChanged) {
        if (isChanged) {
            names.remove(role);
            names.add(0, role);
        }
        return own.computeIfAbsent(role, any -> new LinkedHashMap<>());
    }

    private static void join(Map<String, List<String>> rights, Map<String, List<String>> others) {
        others.forEach((resource, more) -> rights.merge(resource, more, Acl::joined));
    }

    private static List<String> joined(List<String> first, List<String> second) {
        List<String> all = new ArrayList<>(first);
        second.stream().filter(right -> !all.contains(right)).forEach(all::add);
        return List.copyOf(all);
    }
}
