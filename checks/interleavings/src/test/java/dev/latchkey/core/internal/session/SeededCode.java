package dev.latchkey.core.internal.session;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Copies of this package's classes with a race in them, beside the real ones on the class path: Lincheck looks a class up by
 * its name, and knows it by its name alone. So each race has a package of its own, with a name as long as the real one's, so
 * that the names can be exchanged in a class file as it is.
 */
final class SeededCode {
    private static final String REAL = "dev/latchkey/core/internal/session/";
    private static final Pattern REFERENCE = Pattern.compile(REAL + "([\\w$]+)");
    private static final String FIRST = "TwoClients";

    private final SeededRace race;
    private final String folder;
    private int replaced;

    private SeededCode(SeededRace race) {
        this.race = race;
        this.folder = REAL.replace("session", race.folder());
    }

    /** Makes two clients whose code has a race. */
    @SuppressWarnings("unchecked")
    static Supplier<UnaryOperator<String>> clients(SeededRace race) {
        SeededCode code = new SeededCode(race);
        try {
            code.write(Path.of(SeededCode.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI()));
            Field factory = Class.forName(code.folder.replace('/', '.') + FIRST).getDeclaredField("NEW");
            factory.setAccessible(true);
            return (Supplier<UnaryOperator<String>>) factory.get(null);
        } catch (ReflectiveOperationException | URISyntaxException e) {
            throw new LinkageError(race.toString(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes the first class, and whatever it needs. */
    private void write(Path classPath) throws IOException {
        Files.createDirectories(classPath.resolve(folder));
        Set<String> known = new HashSet<>(Set.of(FIRST));
        Deque<String> waiting = new ArrayDeque<>(known);
        while (!waiting.isEmpty()) {
            String name = waiting.remove();
            String code = new String(seeded(name), StandardCharsets.ISO_8859_1);
            for (Matcher needed = REFERENCE.matcher(code); needed.find(); ) {
                if (known.add(needed.group(1))) {
                    waiting.add(needed.group(1));
                }
            }
            byte[] renamed = code.replace(REAL, folder).getBytes(StandardCharsets.ISO_8859_1);
            Files.write(classPath.resolve(folder + name + ".class"), renamed);
        }
        if (replaced == 0) {
            throw new IllegalStateException(race + " is in no code: what it replaces is elsewhere by now.");
        }
    }

    private byte[] seeded(String name) throws IOException {
        try (InputStream file = SeededCode.class.getResourceAsStream(name + ".class")) {
            ClassReader reader = new ClassReader(Objects.requireNonNull(file, name));
            ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
            reader.accept(new Seeding(name, writer), 0);
            return writer.toByteArray();
        }
    }

    private final class Seeding extends ClassVisitor {
        private final String simpleName;

        Seeding(String simpleName, ClassVisitor next) {
            super(Opcodes.ASM9, next);
            this.simpleName = simpleName;
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String method, String descriptor, String signature, String[] exceptions) {
            MethodVisitor next = super.visitMethod(access, method, descriptor, signature, exceptions);
            return new MethodVisitor(Opcodes.ASM9, next) {
                @Override
                public void visitMethodInsn(int opcode, String owner, String name, String called, boolean isInterface) {
                    if (race.replaces(simpleName + "." + method, owner + "." + name, mv)) {
                        replaced++;
                    } else {
                        super.visitMethodInsn(opcode, owner, name, called, isInterface);
                    }
                }
            };
        }
    }
}
