package dev.latchkey.releasechecks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The licences in a bill of materials. */
final class Licences {
    private Licences() {}

    /** The components of which no licence is allowed, each with the licences that it has. */
    static List<String> refused(Map<?, ?> materials, Set<String> allowed) {
        List<String> refused = new ArrayList<>();
        for (Object element : (List<?>) materials.get("components")) {
            Map<?, ?> component = (Map<?, ?>) element;
            Set<String> names = of(component);
            if (names.stream().noneMatch(allowed::contains)) {
                refused.add(component.get("group") + ":" + component.get("name") + " " + names);
            }
        }
        return refused;
    }

    /** By SPDX identifier where there is one, else by name, or the whole expression. */
    private static Set<String> of(Map<?, ?> component) {
        Set<String> names = new TreeSet<>();
        if (component.get("licenses") instanceof List<?> licences) {
            for (Object element : licences) {
                Map<?, ?> choice = (Map<?, ?>) element;
                if (choice.get("license") instanceof Map<?, ?> licence) {
                    Object id = licence.get("id");
                    names.add(String.valueOf(id != null ? id : licence.get("name")));
                } else {
                    names.add(String.valueOf(choice.get("expression")));
                }
            }
        }
        return names;
    }
}
