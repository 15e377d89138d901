package dev.latchkey.releasechecks.api;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.Opcodes;

/** An array among the values of an annotation. */
final class ElementsText extends AnnotationVisitor {
    private final List<String> elements = new ArrayList<>();
    private final Consumer<String> reader;

    ElementsText(Consumer<String> reader) {
        super(Opcodes.ASM9);
        this.reader = reader;
    }

    @Override
    public void visit(String unnamed, Object value) {
        elements.add(ConstantText.of(value));
    }

    @Override
    public void visitEnum(String unnamed, String descriptor, String value) {
        elements.add(value);
    }

    @Override
    public AnnotationVisitor visitAnnotation(String unnamed, String descriptor) {
        return new AnnotationText(descriptor, elements::add);
    }

    @Override
    public void visitEnd() {
        reader.accept("{" + String.join(", ", elements) + "}");
    }
}
