package dev.latchkey.examples.architecture;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.RecordComponentVisitor;

/** Finds records that print a component whose name says that it holds a secret. */
final class PrintedSecrets extends ClassVisitor {
    private static final Pattern SECRET =
            Pattern.compile("(?i).*token|.*password|.*secret.*|key|otp|csr|backupCodes?|profile|rawBody|headers");

    private final List<String> secrets = new ArrayList<>();
    private boolean printsEverything;

    private PrintedSecrets() {
        super(Opcodes.ASM9);
    }

    /** The components that the record's own {@code toString} would print although they are secret. */
    static List<String> in(InputStream classFile) throws IOException {
        PrintedSecrets found = new PrintedSecrets();
        new ClassReader(classFile).accept(found, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        return found.printsEverything ? found.secrets : List.of();
    }

    @Override
    public RecordComponentVisitor visitRecordComponent(String name, String descriptor, String signature) {
        boolean ofOurs = descriptor.startsWith("Ldev/latchkey/"); // Checked where it is declared.
        if (!ofOurs && SECRET.matcher(name).matches()) {
            secrets.add(name);
        }
        return null;
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String name, String descriptor, String signature, String[] exceptions) {
        if (!name.equals("toString") || !descriptor.equals("()Ljava/lang/String;")) {
            return null;
        }
        return new MethodVisitor(Opcodes.ASM9) {
            @Override
            public void visitInvokeDynamicInsn(String method, String type, Handle bootstrap, Object... arguments) {
                printsEverything |= bootstrap.getOwner().equals("java/lang/runtime/ObjectMethods");
            }
        };
    }
}
