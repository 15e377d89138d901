package dev.latchkey.examples.kotlin

import java.nio.file.Files
import java.nio.file.Path
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.io.TempDir

/** What Kotlin makes of the nullness of the SDK: no platform types, so that it refuses what would fail later. */
class NullnessTest {
    @TempDir
    lateinit var output: Path

    @Test
    fun whatIsWrongDoesNotCompileAndTheCompilerSaysWhy() {
        assertThatItSaysWhatIsExpectedOf("Refused.kt")
    }

    @Test
    fun whatIsSuperfluousIsSaidAndOfTheRestNothing() {
        assertThatItSaysWhatIsExpectedOf("Superfluous.kt", "Accepted.kt")
    }

    /** Together, since the compiler takes seconds to start. */
    private fun assertThatItSaysWhatIsExpectedOf(vararg names: String) {
        val sources = names.map(SOURCES::resolve)
        val result = KotlinCompiler(output).compile(*sources.toTypedArray())

        assertThat(result.succeeded).isFalse()
        val expected = sources.flatMap(::expectations).toMap()
        assertThat(expected).isNotEmpty()
        assertThat(result.complaints.map { it.place }).containsExactlyInAnyOrderElementsOf(expected.keys)
        assertThat(result.complaints).allSatisfy { assertThat(it.text).contains(expected.getValue(it.place)) }
    }

    /** Lines that say in a comment what is wrong with them. */
    private fun expectations(source: Path): List<Pair<String, String>> = Files.readAllLines(source)
        .withIndex()
        .filter { REFUSED in it.value }
        .map { "${source.fileName}:${it.index + 1}" to it.value.substringAfter(REFUSED) }

    private companion object {
        const val REFUSED = "// refused: "
        val SOURCES: Path = Path.of("src", "test", "nullness")
    }
}
