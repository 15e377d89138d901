package dev.latchkey.fake.junit;

import dev.latchkey.fake.FakeServer;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.ReflectionSupport;

/**
 * A field with {@link Fake}.
 *
 * @param value what is in it now
 */
record FakeField(Field field, @Nullable Object value) {
    /** The static ones of a test class, of those above it and of its interfaces. */
    static List<FakeField> inClass(Class<?> testClass) {
        return AnnotationSupport.findAnnotatedFields(testClass, Fake.class, FakeField::isStatic).stream()
                .map(field -> new FakeField(field, read(field, null)))
                .toList();
    }

    static List<FakeField> inInstance(Object instance) {
        return AnnotationSupport.findAnnotatedFields(instance.getClass(), Fake.class, field -> !isStatic(field))
                .stream()
                .map(field -> new FakeField(field, read(field, instance)))
                .toList();
    }

    boolean isSet() {
        return value != null;
    }

    boolean isFake() {
        return value instanceof FakeServer;
    }

    /** The fake, or what is wrong with the field. */
    HeldFake held() {
        if (value == null) {
            throw wrong("is null: initialise it where it is declared, for example with FakeControlByWeb.withUser(…)");
        }
        if (!(value instanceof FakeServer fake)) {
            throw wrong("is a " + value.getClass().getName() + ", which is not a fake server");
        }
        Fake annotation = annotation();
        if (!annotation.username().isEmpty() || !annotation.password().isEmpty()) {
            throw wrong("has a username or a password in its annotation, which is for parameters:"
                    + " give the fake its user where the field is initialised");
        }
        return new HeldFake(fake, place(), annotation.keepTraces(), null);
    }

    private Fake annotation() {
        return AnnotationSupport.findAnnotation(field, Fake.class).orElseThrow();
    }

    private String place() {
        return field.getDeclaringClass().getSimpleName() + "." + field.getName();
    }

    private ExtensionConfigurationException wrong(String what) {
        return new ExtensionConfigurationException("@Fake " + place() + " " + what);
    }

    private static @Nullable Object read(Field field, @Nullable Object instance) {
        return ReflectionSupport.tryToReadFieldValue(field, instance)
                .getOrThrow(e -> new ExtensionConfigurationException("Cannot read the @Fake field " + field, e));
    }

    private static boolean isStatic(Field field) {
        return Modifier.isStatic(field.getModifiers());
    }
}
