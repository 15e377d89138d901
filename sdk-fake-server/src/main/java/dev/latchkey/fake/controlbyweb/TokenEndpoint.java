package dev.latchkey.fake.controlbyweb;

import dev.latchkey.fake.FakeRequest;
import dev.latchkey.fake.FakeResponse;
import dev.latchkey.fake.Refusal;
import dev.latchkey.fake.controlbyweb.Grants.Grant;
import dev.latchkey.fake.internal.Json;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code POST /v1/auth/token}: the password grant and the refresh grant. */
final class TokenEndpoint {
    private final Cloud cloud;

    TokenEndpoint(Cloud cloud) {
        this.cloud = cloud;
    }

    FakeResponse handle(FakeRequest request) {
        return cloud.throttle.limited("token", cloud.settings.tokenRequestsPerMinute(), request, () -> answer(request));
    }

    private FakeResponse answer(FakeRequest request) {
        String grantType = Fields.of(request, "grant_type");
        if ("password".equals(grantType)) {
            return password(request);
        }
        if ("refresh_token".equals(grantType)) {
            return refresh(request);
        }
        throw OAuthErrors.unsupportedGrantType();
    }

    private FakeResponse password(FakeRequest request) {
        String username = parameter(request, "username");
        String password = parameter(request, "password");
        FakeUser user = cloud.directory.user(username);
        if (user == null || !user.hasPassword(password)) {
            throw OAuthErrors.wrongCredentials();
        }
        return tokens(user, cloud.grants.issue(user), true);
    }

    private FakeResponse refresh(FakeRequest request) {
        Grant grant = cloud.grants.refresh(parameter(request, "refresh_token"));
        if (grant == null) {
            throw refused("Cannot decrypt the refresh token");
        }
        grant.presented++;
        if (cloud.grants.isExpired(grant)) {
            throw refused("Token has expired");
        }
        FakeUser user = cloud.directory.user(grant.username);
        if (grant.refreshRevoked || user == null) {
            if (cloud.settings.reuseEndsSession()) {
                cloud.grants.endSession(grant.session);
            }
            throw refused("Token has been revoked");
        }
        return tokens(user, cloud.grants.rotate(user, grant), cloud.settings.profileOnRefresh());
    }

    private FakeResponse tokens(FakeUser user, IssuedTokens tokens, boolean withProfile) {
        Map<String, @Nullable Object> body = Json.object(
                "token_type", "Bearer",
                "expires_in", cloud.settings.accessTokenLifetime().toSeconds(),
                "access_token", tokens.accessToken(),
                "refresh_token", tokens.refreshToken());
        if (withProfile) {
            body.putAll(cloud.profile(user));
        }
        return FakeResponse.json(200, body)
                .header("Content-Type", "application/json; charset=UTF-8")
                .header("pragma", "no-cache")
                .header("Cache-Control", "no-store, private");
    }

    private Refusal refused(String hint) {
        return OAuthErrors.refusedRefreshToken(hint, cloud.settings.newerServer());
    }

    private static String parameter(FakeRequest request, String name) {
        String value = Fields.of(request, name);
        if (value == null) {
            throw OAuthErrors.missingParameter(name);
        }
        return value;
    }
}
