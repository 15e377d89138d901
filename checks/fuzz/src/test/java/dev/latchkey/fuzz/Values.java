package dev.latchkey.fuzz;

import dev.latchkey.core.ApiException;
import dev.latchkey.core.InvalidInputException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Looks at all that a user can see of a value: its text, its equality, and what every method without a parameter returns. */
public final class Values {
    private static final int MOST = 20_000;

    /** The text of a value holds those of its parts: with all of them a deep value would take longer than its length says. */
    private static final int MOST_TEXT = 1_000_000;

    private static final ClassValue<List<Method>> VIEWS = new ClassValue<>() {
        @Override
        protected List<Method> computeValue(Class<?> type) {
            List<Method> views =
                    Arrays.stream(type.getMethods()).filter(Values::isView).toList();
            views.forEach(view -> view.setAccessible(true)); // of records that only their adapter knows
            return views;
        }
    };

    private final Deque<Object> pending = new ArrayDeque<>();
    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private int looked;

    private Values() {}

    /**
     * Looks at a value and at all that it holds.
     *
     * @param value any
     * @throws AssertionError if one of its methods throws what it does not document
     */
    public static void examine(Object value) {
        Values values = new Values();
        values.add(value);
        while (!values.pending.isEmpty() && values.seen.size() < MOST) {
            values.look(values.pending.remove());
        }
    }

    private void add(Object value) {
        if (value != null && seen.add(value)) {
            pending.add(value);
        }
    }

    private void look(Object value) {
        if (value instanceof Iterable<?> elements) {
            elements.forEach(this::add);
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((key, each) -> {
                add(key);
                add(each);
            });
        } else if (value instanceof Optional<?> optional) {
            optional.ifPresent(this::add);
        } else if (value instanceof Stream<?> stream) {
            stream.forEach(this::add);
        } else if (value.getClass().getName().startsWith("dev.latchkey.")) {
            lookAtOurs(value);
        }
    }

    private void lookAtOurs(Object value) {
        if (looked < MOST_TEXT) {
            looked += value.toString().length() + 100;
            if (!Set.of(value).contains(value)) {
                throw new AssertionError("a " + value.getClass() + " is not what it is");
            }
        }
        for (Method view : VIEWS.get(value.getClass())) {
            add(result(view, value));
        }
    }

    private static Object result(Method view, Object value) {
        try {
            return view.invoke(value);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof ApiException || e.getCause() instanceof InvalidInputException) {
                return null;
            }
            throw new AssertionError(view + " threw", e.getCause());
        } catch (IllegalAccessException e) {
            throw new AssertionError(view + " is not public", e);
        }
    }

    private static boolean isView(Method method) {
        return method.getParameterCount() == 0
                && !Modifier.isStatic(method.getModifiers())
                && method.getReturnType() != void.class
                && !method.getName().equals("toString")
                && !method.getName().equals("hashCode")
                && method.getDeclaringClass().getName().startsWith("dev.latchkey.");
    }
}
