/**
 * For vendor modules: OAuth 2 token endpoints (RFC 6749), with the password and refresh token grants.
 *
 * <p>A vendor says where its endpoint is, and gets a {@link dev.latchkey.core.vendor.TokenService} of it:
 *
 * <pre>{@code
 * TokenEndpoint endpoint = TokenEndpoint.at(http, "/oauth/token").withClient("my-app");
 * TokenService tokens = OAuth2TokenService.of(endpoint).withProfile(UserProfile.JSON);
 * }</pre>
 */
@NullMarked
package dev.latchkey.core.oauth2;

import org.jspecify.annotations.NullMarked;
