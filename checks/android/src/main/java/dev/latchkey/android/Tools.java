package dev.latchkey.android;

import com.android.tools.r8.ClassFileResourceProvider;
import com.android.tools.r8.CompilationFailedException;
import com.android.tools.r8.CompilationMode;
import com.android.tools.r8.D8;
import com.android.tools.r8.D8Command;
import com.android.tools.r8.JdkClassFileProvider;
import com.android.tools.r8.OutputMode;
import com.android.tools.r8.R8;
import com.android.tools.r8.R8Command;
import com.android.tools.r8.origin.Origin;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** D8 and R8, as a build for Android 8.0 runs them. R8 is in full mode, and knows only the rules that are in the jars. */
final class Tools {
    private static final int ANDROID_8 = 26;

    private Tools() {}

    /** Translates all classes, shrinking nothing. */
    static void dex(ClassPath program, Path output) throws IOException {
        translate(program.jars(), output, OutputMode.DexIndexed);
    }

    /** Rewrites classes as for Android 8.0, and leaves them class files, so that what they call can be read. */
    static void desugar(Path program, Path output) throws IOException {
        translate(List.of(program), output, OutputMode.ClassFile);
    }

    private static void translate(List<Path> program, Path output, OutputMode mode) throws IOException {
        Complaints complaints = new Complaints();
        D8Command.Builder command = D8Command.builder(complaints)
                .addProgramFiles(program)
                .addLibraryResourceProvider(library())
                .setMode(CompilationMode.RELEASE)
                .setMinApiLevel(ANDROID_8)
                .setOutput(output, mode);
        run(() -> D8.run(command.build()), complaints, "D8");
    }

    /** Shrinks to class files, which a JVM can run. */
    static void shrink(Application application, Path output) throws IOException {
        shrink(application, output, OutputMode.ClassFile);
    }

    /** Shrinks to what is in an APK. */
    static void shrinkToDex(Application application, Path output) throws IOException {
        shrink(application, output, OutputMode.DexIndexed);
    }

    /** Leaves out what is no class, such as licences: merging those of all jars is the build's task. */
    private static void shrink(Application application, Path output, OutputMode mode) throws IOException {
        Complaints complaints = new Complaints();
        R8Command.Builder command = R8Command.builder(complaints)
                .addProgramFiles(application.program().jars())
                .addClasspathFiles(application.around().jars())
                .addLibraryResourceProvider(library())
                .addProguardConfiguration(application.rules(), Origin.unknown())
                .setMode(CompilationMode.RELEASE)
                .setOutput(output, mode, false);
        if (mode == OutputMode.DexIndexed) {
            command.setMinApiLevel(ANDROID_8);
        }
        run(() -> R8.run(command.build()), complaints, "R8");
    }

    private static ClassFileResourceProvider library() throws IOException {
        return JdkClassFileProvider.fromJdkHome(Path.of(System.getProperty("java.home")));
    }

    private interface Task {
        void run() throws CompilationFailedException;
    }

    private static void run(Task task, Complaints complaints, String name) {
        try {
            task.run();
        } catch (CompilationFailedException e) {
            complaints.requireNone(name);
            throw new IllegalStateException(name + " failed and did not say why", e);
        }
        complaints.requireNone(name);
    }
}
