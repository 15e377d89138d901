package dev.latchkey.webitel;

import dev.latchkey.core.json.Json;
import dev.latchkey.core.json.RecordAdapter;
import java.util.List;

/**
 * A domain that has had tokens.
 *
 * @param name the domain
 * @param tokens those that were not deleted, expired and disabled ones too; immutable
 */
public record TokensOfDomain(String name, List<DomainTokenInfo> tokens) {
    static final RecordAdapter<TokensOfDomain> JSON = RecordAdapter.of("TokensOfDomain", r -> {
        var name = r.required("name", Json.STRING, TokensOfDomain::name);
        var tokens = r.list("tokens", DomainTokenInfo.JSON, TokensOfDomain::tokens);
        return in -> new TokensOfDomain(in.get(name), in.get(tokens));
    });

    /** Copies the list. */
    public TokensOfDomain {
        tokens = List.copyOf(tokens);
    }
}
