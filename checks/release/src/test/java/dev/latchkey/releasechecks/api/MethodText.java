package dev.latchkey.releasechecks.api;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.TypePath;

/** A method or constructor in one line, handed over once it has been read. */
final class MethodText extends MethodVisitor {
    private final List<String> annotations = new ArrayList<>();
    private final String modifiers;
    private final String name;
    private final boolean isConstructor;
    private final SignatureText types;
    private final Consumer<String> reader;
    private String defaultValue = "";

    private MethodText(
            String modifiers, String name, boolean isConstructor, SignatureText types, Consumer<String> reader) {
        super(Opcodes.ASM9);
        this.modifiers = modifiers;
        this.name = name;
        this.isConstructor = isConstructor;
        this.types = types;
        this.reader = reader;
    }

    static MethodText method(String modifiers, String name, SignatureText types, Consumer<String> reader) {
        return new MethodText(modifiers, name, false, types, reader);
    }

    static MethodText constructor(String modifiers, String className, SignatureText types, Consumer<String> reader) {
        return new MethodText(modifiers, className, true, types, reader);
    }

    @Override
    public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
        return visible ? new AnnotationText(descriptor, annotations::add) : null;
    }

    @Override
    public AnnotationVisitor visitTypeAnnotation(int reference, TypePath path, String descriptor, boolean visible) {
        return visible
                ? new AnnotationText(descriptor, annotation -> types.annotate(reference, path, annotation))
                : null;
    }

    @Override
    public AnnotationVisitor visitAnnotationDefault() {
        return new ElementsText(value -> defaultValue = " default " + value);
    }

    @Override
    public void visitEnd() {
        StringBuilder line = new StringBuilder();
        annotations.forEach(annotation -> line.append(annotation).append(' '));
        line.append(modifiers);
        if (!types.variables.isEmpty()) {
            line.append(TypeVariableText.list(types.variables)).append(' ');
        }
        if (!isConstructor) {
            line.append(types.result).append(' ');
        }
        line.append(name)
                .append('(')
                .append(SignatureText.list(types.parameters))
                .append(')');
        if (!types.exceptions.isEmpty()) {
            line.append(" throws ").append(SignatureText.list(types.exceptions));
        }
        reader.accept(line.append(defaultValue).toString());
    }
}
