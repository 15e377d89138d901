package dev.latchkey.releasechecks.api;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.TypePath;
import org.objectweb.asm.signature.SignatureReader;

/** A field in one line with its constant value, handed over once it has been read. */
final class FieldText extends FieldVisitor {
    private final List<String> annotations = new ArrayList<>();
    private final TypeText type = new TypeText();
    private final String modifiers;
    private final String nameAndValue;
    private final Consumer<String> reader;

    FieldText(String modifiers, String name, String signature, Object value, Consumer<String> reader) {
        super(Opcodes.ASM9);
        this.modifiers = modifiers;
        this.nameAndValue = value == null ? name : name + " = " + ConstantText.of(value);
        this.reader = reader;
        new SignatureReader(signature).acceptType(type);
    }

    @Override
    public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
        return visible ? new AnnotationText(descriptor, annotations::add) : null;
    }

    @Override
    public AnnotationVisitor visitTypeAnnotation(int reference, TypePath path, String descriptor, boolean visible) {
        return visible ? new AnnotationText(descriptor, annotation -> type.annotate(annotation, path)) : null;
    }

    @Override
    public void visitEnd() {
        StringBuilder line = new StringBuilder();
        annotations.forEach(annotation -> line.append(annotation).append(' '));
        reader.accept(line.append(modifiers)
                .append(type)
                .append(' ')
                .append(nameAndValue)
                .toString());
    }
}
