package dev.latchkey.releasechecks.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.RecordComponentVisitor;
import org.objectweb.asm.TypePath;

/** A class: a line that declares it, and one for each member that who uses or extends it can name. */
final class ClassText extends ClassVisitor {
    final List<String> supertypes = new ArrayList<>();
    boolean isVisible;

    private final List<String> annotations = new ArrayList<>();
    private final List<String> components = new ArrayList<>();
    private final Set<String> permitted = new TreeSet<>();
    private final Set<String> fields = new TreeSet<>();
    private final Set<String> constructors = new TreeSet<>();
    private final Set<String> methods = new TreeSet<>();
    private String name = "";
    private int access;
    private SignatureText types;

    private ClassText() {
        super(Opcodes.ASM9);
    }

    static ClassText read(byte[] classFile) {
        ClassText text = new ClassText();
        new ClassReader(classFile).accept(text, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG);
        return text;
    }

    /** The declaration, and below it the members, each indented. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(declaration());
        for (Set<String> members : List.of(fields, constructors, methods)) {
            members.forEach(member -> lines.add("  " + member));
        }
        return lines;
    }

    private String declaration() {
        StringBuilder line = new StringBuilder();
        annotations.forEach(annotation -> line.append(annotation).append(' '));
        line.append(kindWithModifiers()).append(' ').append(TypeText.javaName(name));
        line.append(TypeVariableText.list(types.variables));
        if (is(Opcodes.ACC_RECORD)) {
            line.append('(').append(String.join(", ", components)).append(')');
        }
        boolean extendsNothing = types.superclass.isObject() || is(Opcodes.ACC_RECORD) || is(Opcodes.ACC_ENUM);
        if (!extendsNothing) {
            line.append(" extends ").append(types.superclass);
        }
        if (!types.interfaces.isEmpty()) {
            line.append(is(Opcodes.ACC_INTERFACE) ? " extends " : " implements ")
                    .append(SignatureText.list(types.interfaces));
        }
        if (!permitted.isEmpty()) {
            line.append(" permits ").append(String.join(", ", permitted));
        }
        return line.toString();
    }

    private String kindWithModifiers() {
        String sealed = permitted.isEmpty() ? "" : "sealed ";
        if (is(Opcodes.ACC_ANNOTATION)) {
            return Modifiers.of(access & Opcodes.ACC_PUBLIC) + "@interface";
        }
        if (is(Opcodes.ACC_INTERFACE)) {
            return Modifiers.of(access & ~(Opcodes.ACC_ABSTRACT | Opcodes.ACC_STATIC)) + sealed + "interface";
        }
        if (is(Opcodes.ACC_RECORD)) {
            return Modifiers.of(access & ~(Opcodes.ACC_FINAL | Opcodes.ACC_STATIC)) + "record";
        }
        if (is(Opcodes.ACC_ENUM)) {
            return Modifiers.of(access & (Opcodes.ACC_PUBLIC | Opcodes.ACC_PROTECTED)) + "enum";
        }
        return Modifiers.of(access) + sealed + "class";
    }

    private boolean is(int flag) {
        return (access & flag) != 0;
    }

    @Override
    public void visit(int version, int access, String name, String signature, String superName, String[] interfaces) {
        this.name = name;
        this.access = access;
        this.isVisible = Modifiers.isVisible(access);
        this.types = SignatureText.ofClass(signature, superName, interfaces);
        supertypes.add(superName);
        supertypes.addAll(List.of(interfaces));
    }

    @Override
    public void visitInnerClass(String inner, String outer, String simpleName, int innerAccess) {
        if (inner.equals(name)) {
            // A nested class file says "public" of what is protected, and nothing of "static".
            access = innerAccess | (access & (Opcodes.ACC_RECORD | Opcodes.ACC_ENUM));
            isVisible = outer != null && Modifiers.isVisible(innerAccess);
        }
    }

    @Override
    public void visitPermittedSubclass(String subclass) {
        if (!is(Opcodes.ACC_ENUM)) {
            permitted.add(TypeText.javaName(subclass));
        }
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
    public RecordComponentVisitor visitRecordComponent(String component, String descriptor, String signature) {
        return new ComponentText(component, signature != null ? signature : descriptor, components::add);
    }

    @Override
    public FieldVisitor visitField(int flags, String field, String descriptor, String signature, Object value) {
        return isHidden(flags)
                ? null
                : new FieldText(
                        Modifiers.of(flags), field, signature != null ? signature : descriptor, value, fields::add);
    }

    @Override
    public MethodVisitor visitMethod(
            int flags, String method, String descriptor, String signature, String[] exceptions) {
        if (isHidden(flags)) {
            return null;
        }
        SignatureText signatures = SignatureText.ofMethod(signature, descriptor, exceptions);
        if (method.equals("<init>")) {
            String simpleName = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('$')) + 1);
            return MethodText.constructor(Modifiers.of(flags), simpleName, signatures, constructors::add);
        }
        boolean isDefault = is(Opcodes.ACC_INTERFACE) && (flags & (Opcodes.ACC_ABSTRACT | Opcodes.ACC_STATIC)) == 0;
        return MethodText.method(Modifiers.of(flags) + (isDefault ? "default " : ""), method, signatures, methods::add);
    }

    private boolean isHidden(int flags) {
        return !Modifiers.isVisible(flags) || (flags & Opcodes.ACC_SYNTHETIC) != 0;
    }
}
