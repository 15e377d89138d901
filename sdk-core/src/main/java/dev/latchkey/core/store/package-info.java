/**
 * Where sessions outlive a client: {@link dev.latchkey.core.store.FileTokenStore}, {@link
 * dev.latchkey.core.store.EncryptedTokenStore}, and {@link dev.latchkey.core.store.TokenStore} for those who write a store of
 * their own.
 */
@NullMarked
package dev.latchkey.core.store;

import org.jspecify.annotations.NullMarked;
