package dev.latchkey.fake.devicehive;

import dev.latchkey.fake.devicehive.Gate.Operation;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** {@code POST /token/create}. Whose token it is to be, is not compared with who asks: so the server does it. */
final class CreateEndpoint {
    private final boolean legacy;
    private final Accounts accounts;
    private final Tokens tokens;

    CreateEndpoint(Hive hive) {
        legacy = hive.profile == ServerProfile.LEGACY;
        accounts = hive.accounts;
        tokens = hive.tokens;
    }

    Operation read(@Nullable JsonBody body) {
        if (body == null) {
            return caller -> {
                throw Errors.trippedOver();
            };
        }
        Long userId = body.integer("userId");
        List<@Nullable Object> actions = body.elements("actions");
        Instant refreshExpiration = legacy ? null : body.date("refreshExpiration");
        TokenPayload unbound = new TokenPayload(
                false,
                userId,
                null,
                null,
                body.texts("networkIds"),
                body.texts("deviceTypeIds"),
                legacy ? body.texts("deviceIds") : null,
                body.date("expiration"));
        return caller -> {
            TokenPayload access = unbound.withActions(ids(actions));
            requireActive(userId);
            TokenPayload refresh = refreshExpiration == null ? access : access.withExpiresAt(refreshExpiration);
            return TokenEndpoints.created(tokens.pair(access, refresh));
        };
    }

    private void requireActive(@Nullable Long userId) {
        if (userId == null) {
            throw Errors.invalid("userId", null, "must not be null");
        }
        FakeUser user = accounts.user(userId);
        if (user == null) {
            throw Errors.notFound("User", userId);
        }
        if (!user.isActive()) {
            throw Errors.of(403, TokenEndpoints.NOT_ACTIVE);
        }
    }

    /** Names and numbers that the server does not know are dropped; no list at all is the action that allows nothing. */
    private @Nullable List<Integer> ids(@Nullable List<@Nullable Object> actions) {
        if (actions == null) {
            return legacy ? null : List.of(Actions.NONE);
        }
        TreeSet<Integer> ids = new TreeSet<>();
        for (Object action : actions) {
            Integer id = action instanceof String name ? Actions.id(name) : id(action);
            if (id != null) {
                ids.add(id);
            }
        }
        return List.copyOf(ids);
    }

    private static @Nullable Integer id(@Nullable Object action) {
        BigDecimal number = action instanceof Number any ? new BigDecimal(any.toString()) : null;
        if (number == null || number.stripTrailingZeros().scale() > 0) {
            throw Errors.of(400, "Actions list should contain only Strings or Integers");
        }
        boolean known = number.abs().compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) <= 0
                && Actions.exists(number.longValue());
        return known ? (Integer) number.intValue() : null;
    }
}
