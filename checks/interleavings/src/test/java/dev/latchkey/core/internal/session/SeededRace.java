package dev.latchkey.core.internal.session;

import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Races that the engine does not have, put into a copy of its byte code: what the checker must find before its silence on the
 * real one means anything.
 */
enum SeededRace {
    /** Decisions are made and turns are taken without the lock. */
    NO_LOCK("seeded1") {
        @Override
        boolean replaces(String place, String call, MethodVisitor code) {
            return isIn(place, "EngineState", "SingleFlight", "JobRunner", "Mailbox") && dropLock(call, code);
        }
    },

    /** A renewal's tokens are taken up though a logout has come before. */
    TAKES_UP_AFTER_A_LOGOUT("seeded2") {
        @Override
        boolean replaces(String place, String call, MethodVisitor code) {
            if (!place.equals("JobRunner.finish") || !call.endsWith("/Work.generation")) {
                return false;
            }
            // The state's own generation, which lies below, is compared with itself.
            code.visitInsn(Opcodes.POP);
            code.visitInsn(Opcodes.DUP2);
            return true;
        }
    },

    /** After a refusal the token is renewed, though another one may have arrived. */
    COMPARES_NO_TOKENS("seeded3") {
        @Override
        boolean replaces(String place, String call, MethodVisitor code) {
            if (!place.startsWith("SingleFlight.lambda$afterRefusal") || !call.endsWith("/Authorization.equals")) {
                return false;
            }
            code.visitInsn(Opcodes.POP2);
            code.visitInsn(Opcodes.ICONST_1);
            return true;
        }
    },

    /** Two processes are in the store's section at a time. */
    NO_SECTION("seeded4") {
        @Override
        boolean replaces(String place, String call, MethodVisitor code) {
            return isIn(place, "ModelStore") && dropLock(call, code);
        }
    };

    private final String folder;

    SeededRace(String folder) {
        this.folder = folder;
    }

    /** Of the classes with this race, beside the real ones; a name as long as theirs. */
    String folder() {
        return folder;
    }

    /**
     * Writes something else in place of a method call.
     *
     * @param place class and method that the code belongs to
     * @param call class and method that it calls
     * @param code goes on here
     * @return false if the call is to stay
     */
    abstract boolean replaces(String place, String call, MethodVisitor code);

    private static boolean isIn(String place, String... classes) {
        for (String name : classes) {
            if (place.startsWith(name + ".")) {
                return true;
            }
        }
        return false;
    }

    private static boolean dropLock(String call, MethodVisitor code) {
        if (!call.endsWith("/ReentrantLock.lock") && !call.endsWith("/ReentrantLock.unlock")) {
            return false;
        }
        code.visitInsn(Opcodes.POP);
        return true;
    }
}
