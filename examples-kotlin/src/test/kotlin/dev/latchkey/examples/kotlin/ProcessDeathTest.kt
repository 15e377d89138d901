package dev.latchkey.examples.kotlin

import android.content.Context
import dev.latchkey.controlbyweb.ControlByWebClient
import dev.latchkey.core.auth.Credentials
import dev.latchkey.fake.controlbyweb.FakeControlByWeb
import dev.latchkey.fake.junit.Fake
import java.io.File
import java.nio.file.Path
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.AfterEach
import org.junit.jupiter.api.BeforeEach
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.io.TempDir
import org.junit.jupiter.api.parallel.Isolated

private const val MARKER = "5ecre7"

/** Alone, since security providers are those of the whole JVM. */
@Isolated
class ProcessDeathTest {
    @Fake
    val fake: FakeControlByWeb = FakeControlByWeb.withUser("jane", "secret")

    @TempDir
    lateinit var device: Path

    private val keystore = DeviceKeystore()

    @BeforeEach
    fun install() {
        keystore.install()
        fake.settings().secretMarker(MARKER)
    }

    @AfterEach
    fun remove() = keystore.remove()

    @Test
    fun theNextProcessGoesOnWithTheSessionOfTheLast() {
        start { it.session().login(Credentials("jane", "secret")).execute() }

        start { assertThat(it.certificateRequestTokens(1234).list().execute()).isEmpty() }

        assertThat(fake.journal().count("POST", "/v1/auth/token")).isEqualTo(1)
        assertThat(keystore.aliases()).containsExactly("sessions")
    }

    @Test
    fun nothingThatIsStoredShowsASecret() {
        start { it.session().login(Credentials("jane", "secret")).execute() }

        val files = device.toFile().walk().filter(File::isFile).toList()
        assertThat(files).anySatisfy { assertThat(it).content().contains("controlbyweb") }
        assertThat(files).allSatisfy { assertThat(it).content().doesNotContain(MARKER, "secret\"") }
    }

    @Test
    fun aKeyThatIsGoneCostsALoginAndNothingElse() {
        start { it.session().login(Credentials("jane", "secret")).execute() }
        keystore.forgetKeys()

        start {
            it.session().login(Credentials("jane", "secret")).execute()
            assertThat(it.certificateRequestTokens(1234).list().execute()).isEmpty()
        }
        start { assertThat(it.certificateRequestTokens(1234).list().execute()).isEmpty() }

        assertThat(fake.journal().count("POST", "/v1/auth/token")).isEqualTo(2)
    }

    private fun start(process: (ControlByWebClient) -> Unit) {
        val context = object : Context() {
            override val noBackupFilesDir: File = device.toFile()
        }
        cloudClient(fake.baseUrl(), "jane", tokenStore(context)).use(process)
    }
}
