package dev.latchkey.webitel;

import dev.latchkey.core.json.Json;
import dev.latchkey.core.json.RecordAdapter;
import org.jspecify.annotations.Nullable;

/**
 * An account as a list tells it. What the server leaves out is null; whatever is no boolean it writes as text.
 *
 * @param id without the domain
 * @param name for people
 * @param role the name of its role
 * @param domain the domain
 * @param agent whether it is an agent, in the console's words
 * @param agentStatus of the agent
 * @param state of its device, such as {@code NONREG}
 * @param status of the person, such as {@code NONE}
 * @param description in words
 * @param online whether it is logged in
 * @param callCentre whether it is logged in at the call centre
 */
public record Account(
        @Nullable String id,
        @Nullable String name,
        @Nullable String role,
        @Nullable String domain,
        @Nullable String agent,
        @Nullable String agentStatus,
        @Nullable String state,
        @Nullable String status,
        @Nullable String description,
        @Nullable Boolean online,
        @Nullable Boolean callCentre) {
    static final RecordAdapter<Account> JSON = RecordAdapter.of("Account", r -> {
        var text = Json.lenient(Json.STRING_LENIENT);
        var flag = Json.lenient(Json.BOOLEAN_LENIENT);
        var id = r.optional("id", text, Account::id);
        var name = r.optional("name", text, Account::name);
        var role = r.optional("role", text, Account::role);
        var domain = r.optional("domain", text, Account::domain);
        var agent = r.optional("agent", text, Account::agent);
        var agentStatus = r.optional("agent.status", text, Account::agentStatus);
        var state = r.optional("state", text, Account::state);
        var status = r.optional("status", text, Account::status);
        var description = r.optional("descript", text, Account::description);
        var online = r.optional("online", flag, Account::online);
        var callCentre = r.optional("cc_logged", flag, Account::callCentre);
        return in -> new Account(
                in.get(id),
                in.get(name),
                in.get(role),
                in.get(domain),
                in.get(agent),
                in.get(agentStatus),
                in.get(state),
                in.get(status),
                in.get(description),
                in.get(online),
                in.get(callCentre));
    });
}
