package dev.latchkey.releasechecks.api;

import org.objectweb.asm.Opcodes;

/** The modifiers that mean something to who uses a class or a member. */
final class Modifiers {
    private Modifiers() {}

    static boolean isVisible(int access) {
        return (access & (Opcodes.ACC_PUBLIC | Opcodes.ACC_PROTECTED)) != 0;
    }

    static String of(int access) {
        StringBuilder text = new StringBuilder();
        append(text, access, Opcodes.ACC_PUBLIC, "public ");
        append(text, access, Opcodes.ACC_PROTECTED, "protected ");
        append(text, access, Opcodes.ACC_ABSTRACT, "abstract ");
        append(text, access, Opcodes.ACC_STATIC, "static ");
        append(text, access, Opcodes.ACC_FINAL, "final ");
        return text.toString();
    }

    private static void append(StringBuilder text, int access, int flag, String word) {
        if ((access & flag) != 0) {
            text.append(word);
        }
    }
}
