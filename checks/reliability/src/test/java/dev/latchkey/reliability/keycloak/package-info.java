/**
 * Core's OAuth 2 code against a server that nobody wrote for it: Keycloak, by a vendor of a few lines. The distribution comes
 * with {@code -Pkeycloak}, or from the folder that {@code LATCHKEY_KEYCLOAK_HOME} names; without one these tests are skipped.
 */
@NullMarked
package dev.latchkey.reliability.keycloak;

import org.jspecify.annotations.NullMarked;
