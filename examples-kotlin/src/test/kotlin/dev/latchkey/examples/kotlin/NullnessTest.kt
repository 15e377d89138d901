package dev.latchkey.examples.kotlin

import java.nio.file.Files
import java.nio.file.Path
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.io.TempDir
import org.junit.jupiter.params.ParameterizedTest
import org.junit.jupiter.params.provider.ValueSource

/** What Kotlin makes of the nullness of the SDK: no platform types, so that it refuses what would fail later. */
class NullnessTest {
    @TempDir
    lateinit var output: Path

    @ParameterizedTest
    @ValueSource(strings = ["Refused.kt", "Superfluous.kt"])
    fun whatIsWrongDoesNotCompileAndTheCompilerSaysWhy(name: String) {
        val source = SOURCES.resolve(name)
        val result = KotlinCompiler(output).compile(source)

        assertThat(result.succeeded).isFalse()
        val expected = expectations(source)
        assertThat(expected).isNotEmpty()
        assertThat(result.complaints.map { it.line }).containsExactlyInAnyOrderElementsOf(expected.keys)
        assertThat(result.complaints).allSatisfy { assertThat(it.text).contains(expected.getValue(it.line)) }
    }

    @Test
    fun theSameWithoutTheMistakesCompiles() {
        val result = KotlinCompiler(output).compile(SOURCES.resolve("Accepted.kt"))

        assertThat(result.complaints).isEmpty()
        assertThat(result.succeeded).isTrue()
    }

    /** Lines that say in a comment what is wrong with them. */
    private fun expectations(source: Path): Map<Int, String> = Files.readAllLines(source)
        .withIndex()
        .filter { REFUSED in it.value }
        .associate { it.index + 1 to it.value.substringAfter(REFUSED) }

    private companion object {
        const val REFUSED = "// refused: "
        val SOURCES: Path = Path.of("src", "test", "nullness")
    }
}
