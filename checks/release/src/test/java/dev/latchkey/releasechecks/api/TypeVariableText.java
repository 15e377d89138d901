package dev.latchkey.releasechecks.api;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A type variable where it is declared, with its bounds. */
final class TypeVariableText {
    final List<String> annotations = new ArrayList<>();
    /** The first is the class, empty where there are only interfaces: annotations count so. */
    final List<TypeText> bounds = new ArrayList<>();

    private final String name;

    TypeVariableText(String name) {
        this.name = name;
    }

    TypeText classBound() {
        TypeText bound = new TypeText();
        bounds.add(bound);
        return bound;
    }

    TypeText interfaceBound() {
        if (bounds.isEmpty()) {
            classBound();
        }
        return classBound();
    }

    @Override
    public String toString() {
        String marks = annotations.stream().map(mark -> mark + " ").collect(Collectors.joining());
        String limits = bounds.stream()
                .filter(bound -> !bound.isObject())
                .map(TypeText::toString)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" & "));
        return marks + name + (limits.isEmpty() ? "" : " extends " + limits);
    }

    static String list(List<TypeVariableText> variables) {
        return variables.isEmpty()
                ? ""
                : variables.stream().map(TypeVariableText::toString).collect(Collectors.joining(", ", "<", ">"));
    }
}
