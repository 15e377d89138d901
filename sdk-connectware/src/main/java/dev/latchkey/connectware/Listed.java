package dev.latchkey.connectware;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists that are null as long as nobody has set them, since an empty one is sent and null is not. */
final class Listed {
    private Listed() {}

    static <T> @Nullable List<T> copy(@Nullable List<T> list) {
        return list == null ? null : List.copyOf(list);
    }

    static <T> List<T> plus(@Nullable List<T> list, T more) {
        List<T> longer = list == null ? new ArrayList<>() : new ArrayList<>(list);
        longer.add(more);
        return longer;
    }

    static <T> List<T> of(String name, Collection<T> values) {
        List<T> list = new ArrayList<>();
        Inputs.present("list of " + name, values)
                .forEach(value -> list.add(Inputs.present("one of the " + name, value)));
        return list;
    }
}
