package dev.latchkey.releasechecks.api;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Opcodes;

/** The annotations of a package: without {@code NullMarked} there, nothing in it says that it is not null. */
final class PackageAnnotations extends ClassVisitor {
    private final List<String> found = new ArrayList<>();

    private PackageAnnotations() {
        super(Opcodes.ASM9);
    }

    static List<String> in(byte[] packageInfo) {
        PackageAnnotations annotations = new PackageAnnotations();
        new ClassReader(packageInfo).accept(annotations, ClassReader.SKIP_DEBUG);
        return annotations.found;
    }

    @Override
    public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
        return visible ? new AnnotationText(descriptor, found::add) : null;
    }
}
