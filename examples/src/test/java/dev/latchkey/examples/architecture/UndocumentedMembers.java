package dev.latchkey.examples.architecture;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;

/**
 * Finds public and protected types and members without a comment. Doclint would find them too, but wants every parameter of a
 * record named a second time at its constructor.
 */
final class UndocumentedMembers extends TreePathScanner<Void, String> {

    private final DocTrees docs;
    private final List<String> found = new ArrayList<>();

    private UndocumentedMembers(DocTrees docs) {
        this.docs = docs;
    }

    /** Names each such member as {@code package.Class.member}. */
    static List<String> in(Iterable<? extends JavaFileObject> sources) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        JavacTask task = (JavacTask) compiler.getTask(null, null, problem -> {}, List.of(), null, sources);
        UndocumentedMembers scanner = new UndocumentedMembers(DocTrees.instance(task));
        for (CompilationUnitTree unit : task.parse()) {
            if (unit.getPackage() != null) {
                scanner.scan(unit, unit.getPackage().getPackageName().toString());
            }
        }
        return scanner.found;
    }

    @Override
    public Void visitClass(ClassTree type, String owner) {
        String name = owner + "." + type.getSimpleName();
        if (!isVisible(type.getModifiers())) {
            return null;
        }
        check(name);
        for (Tree member : type.getMembers()) {
            scan(member, name);
        }
        return null;
    }

    @Override
    public Void visitMethod(MethodTree method, String owner) {
        boolean inherits = method.getModifiers().getAnnotations().stream()
                .anyMatch(
                        annotation -> annotation.getAnnotationType().toString().equals("Override"));
        boolean describedByRecord = method.getReturnType() == null && isIn(Set.of(Tree.Kind.RECORD));
        if (isVisible(method.getModifiers()) && !inherits && !describedByRecord) {
            check(owner + "." + method.getName());
        }
        return null;
    }

    @Override
    public Void visitVariable(VariableTree field, String owner) {
        if (isVisible(field.getModifiers())) {
            check(owner + "." + field.getName());
        }
        return null;
    }

    private boolean isVisible(ModifiersTree modifiers) {
        Set<Modifier> flags = modifiers.getFlags();
        boolean implicit =
                isIn(Set.of(Tree.Kind.INTERFACE, Tree.Kind.ANNOTATION_TYPE)) && !flags.contains(Modifier.PRIVATE);
        return implicit || !Collections.disjoint(flags, Set.of(Modifier.PUBLIC, Modifier.PROTECTED));
    }

    private boolean isIn(Set<Tree.Kind> kinds) {
        return kinds.contains(getCurrentPath().getParentPath().getLeaf().getKind());
    }

    private void check(String name) {
        if (docs.getDocComment(getCurrentPath()) == null) {
            found.add(name);
        }
    }
}
