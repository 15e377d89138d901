package dev.latchkey.examples.architecture;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Finds {@code synchronized} methods and blocks in a class file. */
final class Monitors extends ClassVisitor {

    private final List<String> found = new ArrayList<>();
    private String className = "";

    private Monitors() {
        super(Opcodes.ASM9);
    }

    /** Names each method of the class that takes a monitor, as {@code package.Class.method}. */
    static List<String> in(InputStream classFile) throws IOException {
        Monitors monitors = new Monitors();
        new ClassReader(classFile).accept(monitors, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        return monitors.found;
    }

    @Override
    public void visit(int version, int access, String name, String signature, String superName, String[] interfaces) {
        className = name.replace('/', '.');
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String name, String descriptor, String signature, String[] exceptions) {
        String method = className + "." + name;
        if ((access & Opcodes.ACC_SYNCHRONIZED) != 0) {
            found.add(method);
        }
        return new MethodVisitor(Opcodes.ASM9) {
            @Override
            public void visitInsn(int opcode) {
                if (opcode == Opcodes.MONITORENTER) {
                    found.add(method);
                }
            }
        };
    }
}
