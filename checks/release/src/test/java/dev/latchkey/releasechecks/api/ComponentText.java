package dev.latchkey.releasechecks.api;

import java.util.function.Consumer;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.RecordComponentVisitor;
import org.objectweb.asm.TypePath;
import org.objectweb.asm.signature.SignatureReader;

/** A component of a record, handed over once it has been read. */
final class ComponentText extends RecordComponentVisitor {
    private final TypeText type = new TypeText();
    private final String name;
    private final Consumer<String> reader;

    ComponentText(String name, String signature, Consumer<String> reader) {
        super(Opcodes.ASM9);
        this.name = name;
        this.reader = reader;
        new SignatureReader(signature).acceptType(type);
    }

    @Override
    public AnnotationVisitor visitTypeAnnotation(int reference, TypePath path, String descriptor, boolean visible) {
        return visible ? new AnnotationText(descriptor, annotation -> type.annotate(annotation, path)) : null;
    }

    @Override
    public void visitEnd() {
        reader.accept(type + " " + name);
    }
}
