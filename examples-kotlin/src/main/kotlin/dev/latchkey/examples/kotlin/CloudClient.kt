package dev.latchkey.examples.kotlin

import android.content.Context
import dev.latchkey.controlbyweb.ControlByWebClient
import dev.latchkey.core.store.EncryptedTokenStore
import dev.latchkey.core.store.FileTokenStore
import dev.latchkey.core.store.TokenStore

/** Where sessions outlive the process: a folder that only this application can read, and no backup takes. */
fun tokenStore(context: Context): TokenStore {
    val folder = context.noBackupFilesDir.toPath().resolve("sessions")
    return EncryptedTokenStore.over(FileTokenStore.at(folder), sessionKey())
}

/** The one client of an application. It keeps no password: the user logs in once, and the session goes on from the store. */
fun cloudClient(baseUrl: String, user: String, store: TokenStore): ControlByWebClient =
    ControlByWebClient.builder()
        .baseUrl(baseUrl)
        .identity(user) // names the session, since no credentials do
        .tokenStore(store)
        .timeSource(DeviceTime)
        .build()
