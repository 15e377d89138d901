package dev.latchkey.releasechecks.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.TypePath;
import org.objectweb.asm.signature.SignatureVisitor;

/** One type in a signature: it reads itself from there, takes the annotations that belong into it, and prints as in Java. */
final class TypeText extends SignatureVisitor {
    private final List<String> annotations = new ArrayList<>();
    private final List<TypeText> arguments = new ArrayList<>();
    private String name = "";
    /** Of an array its element, of a wildcard its bound. */
    private TypeText inner;

    private boolean isArray;

    TypeText() {
        super(Opcodes.ASM9);
    }

    static String javaName(String internalName) {
        String name = internalName.replace('/', '.').replace('$', '.');
        boolean isBasic = name.startsWith("java.lang.") && name.indexOf('.', "java.lang.".length()) < 0;
        return isBasic ? name.substring("java.lang.".length()) : name;
    }

    /** Puts an annotation before the part of this type that the path leads to. */
    void annotate(String annotation, TypePath path) {
        TypeText part = this;
        for (int step = 0; path != null && step < path.getLength(); step++) {
            part = switch (path.getStep(step)) {
                case TypePath.ARRAY_ELEMENT, TypePath.WILDCARD_BOUND -> part.inner;
                case TypePath.TYPE_ARGUMENT -> part.arguments.get(path.getStepArgument(step));
                default -> part; // a nested class prints in one with its outer one
            };
        }
        part.annotations.add(annotation);
    }

    boolean isObject() {
        return name.equals("Object") && annotations.isEmpty();
    }

    @Override
    public void visitBaseType(char descriptor) {
        name = Type.getType(String.valueOf(descriptor)).getClassName();
    }

    @Override
    public void visitTypeVariable(String variable) {
        name = variable;
    }

    @Override
    public SignatureVisitor visitArrayType() {
        isArray = true;
        inner = new TypeText();
        return inner;
    }

    @Override
    public void visitClassType(String internalName) {
        name = javaName(internalName);
    }

    @Override
    public void visitInnerClassType(String simpleName) {
        name = name + argumentList() + "." + simpleName;
        arguments.clear();
    }

    @Override
    public void visitTypeArgument() {
        TypeText any = new TypeText();
        any.name = "?";
        arguments.add(any);
    }

    @Override
    public SignatureVisitor visitTypeArgument(char wildcard) {
        TypeText argument = new TypeText();
        arguments.add(argument);
        if (wildcard == INSTANCEOF) {
            return argument;
        }
        argument.name = wildcard == EXTENDS ? "? extends " : "? super ";
        argument.inner = new TypeText();
        return argument.inner;
    }

    private String argumentList() {
        return arguments.isEmpty()
                ? ""
                : arguments.stream().map(TypeText::toString).collect(Collectors.joining(", ", "<", ">"));
    }

    @Override
    public String toString() {
        String marks = annotations.stream().map(mark -> mark + " ").collect(Collectors.joining());
        if (isArray) {
            return inner + (marks.isEmpty() ? "" : " " + marks) + "[]";
        }
        return marks + name + argumentList() + Objects.toString(inner, "");
    }
}
