package dev.latchkey.examples.kotlin

import dev.latchkey.controlbyweb.ControlByWebClient
import dev.latchkey.fake.connectware.FakeConnectware
import dev.latchkey.fake.controlbyweb.FakeControlByWeb
import dev.latchkey.fake.junit.Fake
import dev.latchkey.fake.junit.RegisteredFake
import java.time.Duration
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.RepeatedTest
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.extension.RegisterExtension

private const val TOKEN = "/v1/auth/token"

/** Fakes in properties, without `@JvmField`, in the companion and in parameters. */
class FakesInKotlinTest(
    @Fake(username = "admin", password = "secret") private val constructed: FakeConnectware,
) {
    @Fake
    private val cloud = FakeControlByWeb.withUser("jane", "secret")

    @RepeatedTest(2)
    fun theFakeOfTheCompanionHasNoTracesOfTheTestBefore() {
        for (fake in listOf(shared, registered.fake(), cloud)) {
            assertThat(fake.journal().count()).isZero()
            assertThat(logIn(fake)).isEqualTo(1)
            fake.clock().advance(Duration.ofDays(1))
        }
    }

    @Test
    fun aParameterIsTheFakeOfTheConstructor(
        @Fake(username = "admin", password = "secret") connectware: FakeConnectware,
    ) {
        assertThat(connectware).isSameAs(constructed)
        assertThat(connectware.users().names()).containsExactly("admin")
    }

    private fun logIn(fake: FakeControlByWeb): Int {
        ControlByWebClient.builder().baseUrl(fake.baseUrl()).credentials("jane", "secret").build().use {
            it.session().login().execute()
        }
        return fake.journal().count("POST", TOKEN)
    }

    companion object {
        @Fake
        val shared = FakeControlByWeb.withUser("jane", "secret")

        @RegisterExtension
        val registered = RegisteredFake.of(FakeControlByWeb.withUser("jane", "secret"))
    }
}
