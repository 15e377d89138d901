package dev.latchkey.examples.kotlin

import java.io.ByteArrayOutputStream
import java.io.File
import java.io.PrintStream
import java.nio.file.Path
import org.jetbrains.kotlin.cli.common.ExitCode
import org.jetbrains.kotlin.cli.jvm.K2JVMCompiler

/** Compiles sources as this module is compiled, and tells what the compiler says. */
internal class KotlinCompiler(private val output: Path) {
    /** What was said of one line, of which the place is like `Name.kt:12`. */
    data class Complaint(val place: String, val text: String)

    class Result(val succeeded: Boolean, val complaints: List<Complaint>)

    fun compile(vararg sources: Path): Result {
        val said = ByteArrayOutputStream()
        val code = PrintStream(said, true, Charsets.UTF_8).use {
            K2JVMCompiler().exec(
                it,
                "-Xjspecify-annotations=strict",
                "-Werror",
                "-no-stdlib",
                "-no-reflect",
                "-jvm-target",
                "17",
                "-classpath",
                classPath(),
                "-d",
                output.toString(),
                *sources.map(Path::toString).toTypedArray(),
            )
        }
        return Result(code == ExitCode.OK, complaints(said.toString(Charsets.UTF_8)))
    }

    private fun complaints(said: String): List<Complaint> = COMPLAINT.findAll(said)
        .map { Complaint(it.groupValues[1], it.groupValues[2]) }
        .toList()

    private fun classPath(): String {
        val tests = System.getProperty("surefire.test.class.path") ?: System.getProperty("java.class.path")
        return tests.split(File.pathSeparator)
            .filterNot { "kotlin-compiler" in it || "junit" in it }
            .joinToString(File.pathSeparator)
    }

    private companion object {
        val COMPLAINT = Regex("""(\w+\.kt:\d+):\d+: (?:error|warning): (.*)""")
    }
}
