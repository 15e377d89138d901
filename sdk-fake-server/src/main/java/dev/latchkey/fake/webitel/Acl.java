package dev.latchkey.fake.webitel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The roles by name: what each may do, and whom it inherits from. To be used with the fake's state to oneself. */
final class Acl {
    static final String ROOT = "root";

    private final Map<String, Map<String, List<String>>> own = new LinkedHashMap<>();
    private final Map<String, String> parents = new LinkedHashMap<>();

    Acl() {
        restore();
    }

    void restore() {
        own.clear();
        parents.clear();
        own.put(Roles.name(Roles.ADMIN), new LinkedHashMap<>(Roles.ofAdmins()));
        own.put(Roles.name(Roles.USER), new LinkedHashMap<>(Roles.ofUsers()));
        parents.put(Roles.name(Roles.ADMIN), Roles.name(Roles.USER));
    }

    /** Root is not among them. */
    List<String> names() {
        return List.copyOf(own.keySet());
    }

    Map<String, List<String>> parents() {
        Map<String, List<String>> all = new LinkedHashMap<>();
        parents.forEach((role, parent) -> all.put(role, List.of(parent)));
        return all;
    }

    /** With what the role inherits; nothing for a role that is not known. */
    Map<String, List<String>> rights(String role) {
        if (role.equals(ROOT)) {
            return Roles.ofRoot();
        }
        Map<String, List<String>> rights = new LinkedHashMap<>(own.getOrDefault(role, Map.of()));
        String parent = parents.get(role);
        if (parent != null && !parent.equals(role)) {
            own.getOrDefault(parent, Map.of()).forEach((resource, more) -> rights.merge(resource, more, Acl::joined));
        }
        return rights;
    }

    /** A role that exists gets the rights beside its own. */
    void add(String role, @Nullable String parent, Map<String, List<String>> rights) {
        Map<String, List<String>> known = own.computeIfAbsent(role, any -> new LinkedHashMap<>());
        rights.forEach((resource, more) -> known.merge(resource, more, Acl::joined));
        if (parent != null) {
            parents.put(role, parent);
        }
    }

    /** Of a role that does not exist one is made. Rights to resources that are not named stay. */
    void replace(String role, Map<String, List<String>> rights) {
        Map<String, List<String>> known = own.computeIfAbsent(role, any -> new LinkedHashMap<>());
        rights.forEach((resource, all) -> {
            if (all.isEmpty()) {
                known.remove(resource);
            } else {
                known.put(resource, all);
            }
        });
    }

    void remove(String role) {
        own.remove(role);
        parents.remove(role);
    }

    private static List<String> joined(List<String> first, List<String> second) {
        List<String> all = new ArrayList<>(first);
        second.stream().filter(right -> !all.contains(right)).forEach(all::add);
        return List.copyOf(all);
    }
}
