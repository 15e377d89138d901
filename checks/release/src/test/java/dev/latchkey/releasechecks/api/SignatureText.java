package dev.latchkey.releasechecks.api;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.TypePath;
import org.objectweb.asm.TypeReference;
import org.objectweb.asm.signature.SignatureReader;
import org.objectweb.asm.signature.SignatureVisitor;

/** The types of a class or method, from its generic signature, or from its descriptor where it is not generic. */
final class SignatureText extends SignatureVisitor {
    final List<TypeVariableText> variables = new ArrayList<>();
    final List<TypeText> parameters = new ArrayList<>();
    final List<TypeText> exceptions = new ArrayList<>();
    final List<TypeText> interfaces = new ArrayList<>();
    final TypeText superclass = new TypeText();
    final TypeText result = new TypeText();

    private SignatureText() {
        super(Opcodes.ASM9);
    }

    static SignatureText of(String signature) {
        SignatureText text = new SignatureText();
        new SignatureReader(signature).accept(text);
        return text;
    }

    static SignatureText ofClass(String signature, String superName, String[] interfaces) {
        if (signature != null) {
            return of(signature);
        }
        StringBuilder types = new StringBuilder("L" + superName + ";");
        for (String type : interfaces) {
            types.append('L').append(type).append(';');
        }
        return of(types.toString());
    }

    static SignatureText ofMethod(String signature, String descriptor, String[] exceptions) {
        SignatureText text = of(signature != null ? signature : descriptor);
        if (text.exceptions.isEmpty() && exceptions != null) {
            for (String exception : exceptions) {
                ((TypeText) text.visitExceptionType()).visitClassType(exception);
            }
        }
        return text;
    }

    /** Puts an annotation before the type that the reference and the path lead to. */
    void annotate(int reference, TypePath path, String annotation) {
        TypeReference where = new TypeReference(reference);
        switch (where.getSort()) {
            case TypeReference.METHOD_RETURN -> result.annotate(annotation, path);
            case TypeReference.METHOD_FORMAL_PARAMETER ->
                parameters.get(where.getFormalParameterIndex()).annotate(annotation, path);
            case TypeReference.THROWS ->
                exceptions.get(where.getExceptionIndex()).annotate(annotation, path);
            case TypeReference.CLASS_EXTENDS -> {
                int index = where.getSuperTypeIndex();
                (index < 0 ? superclass : interfaces.get(index)).annotate(annotation, path);
            }
            case TypeReference.CLASS_TYPE_PARAMETER, TypeReference.METHOD_TYPE_PARAMETER ->
                variables.get(where.getTypeParameterIndex()).annotations.add(annotation);
            case TypeReference.CLASS_TYPE_PARAMETER_BOUND, TypeReference.METHOD_TYPE_PARAMETER_BOUND ->
                variables
                        .get(where.getTypeParameterIndex())
                        .bounds
                        .get(where.getTypeParameterBoundIndex())
                        .annotate(annotation, path);
            default -> {} // a receiver: nothing to a caller
        }
    }

    static String list(List<TypeText> types) {
        return types.stream().map(TypeText::toString).collect(Collectors.joining(", "));
    }

    @Override
    public void visitFormalTypeParameter(String name) {
        variables.add(new TypeVariableText(name));
    }

    @Override
    public SignatureVisitor visitClassBound() {
        return variables.get(variables.size() - 1).classBound();
    }

    @Override
    public SignatureVisitor visitInterfaceBound() {
        return variables.get(variables.size() - 1).interfaceBound();
    }

    @Override
    public SignatureVisitor visitSuperclass() {
        return superclass;
    }

    @Override
    public SignatureVisitor visitInterface() {
        return added(interfaces);
    }

    @Override
    public SignatureVisitor visitParameterType() {
        return added(parameters);
    }

    @Override
    public SignatureVisitor visitReturnType() {
        return result;
    }

    @Override
    public SignatureVisitor visitExceptionType() {
        return added(exceptions);
    }

    private static TypeText added(List<TypeText> types) {
        TypeText type = new TypeText();
        types.add(type);
        return type;
    }
}
