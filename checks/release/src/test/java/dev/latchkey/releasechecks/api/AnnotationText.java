package dev.latchkey.releasechecks.api;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** An annotation with its values, as in Java; handed over once it has been read. */
final class AnnotationText extends AnnotationVisitor {
    private final Map<String, String> values = new TreeMap<>();
    private final String name;
    private final Consumer<String> reader;

    AnnotationText(String descriptor, Consumer<String> reader) {
        super(Opcodes.ASM9);
        this.name = nameOf(descriptor);
        this.reader = reader;
    }

    private static String nameOf(String descriptor) {
        return "@"
                + TypeText.javaName(Type.getType(descriptor).getInternalName())
                        .replace("org.jspecify.annotations.", "");
    }

    @Override
    public void visit(String member, Object value) {
        values.put(member, ConstantText.of(value));
    }

    @Override
    public void visitEnum(String member, String descriptor, String value) {
        values.put(member, value);
    }

    @Override
    public AnnotationVisitor visitAnnotation(String member, String descriptor) {
        return new AnnotationText(descriptor, text -> values.put(member, text));
    }

    @Override
    public AnnotationVisitor visitArray(String member) {
        return new ElementsText(text -> values.put(member, text));
    }

    @Override
    public void visitEnd() {
        reader.accept(
                values.isEmpty()
                        ? name
                        : name
                                + values.entrySet().stream()
                                        .map(value -> value.getKey() + "=" + value.getValue())
                                        .collect(Collectors.joining(", ", "(", ")")));
    }
}
