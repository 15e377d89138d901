package dev.latchkey.webitel;

import dev.latchkey.core.InvalidInputException;
import dev.latchkey.core.json.Json;
import dev.latchkey.core.json.RecordAdapter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An account to be made. The server makes a command of it and quotes nothing, so what would change that command is refused:
 * commas, brackets, braces and line breaks, and colons and at signs in the login and the password.
 *
 * <pre>{@code
 * NewAccount.builder("110", "user").password(password).parameter("vm-enabled", "true").build()
 * }</pre>
 *
 * @param login without the domain
 * @param password a secret; null if the account is to have none yet
 * @param role the name of its role
 * @param domain null for that of the {@link Accounts} which make it
 * @param parameters as {@code name=value}; immutable, or null for none
 * @param variables as {@code name=value}; immutable, or null for none
 */
public record NewAccount(
        String login,
        @Nullable String password,
        String role,
        @Nullable String domain,
        @Nullable List<String> parameters,
        @Nullable List<String> variables) {
    static final RecordAdapter<NewAccount> JSON = RecordAdapter.of("NewAccount", r -> {
        var pairs = Json.listOf(Json.STRING);
        var login = r.required("login", Json.STRING, NewAccount::login);
        var password = r.optional("password", Json.STRING, NewAccount::password);
        var role = r.required("role", Json.STRING, NewAccount::role);
        var domain = r.optional("domain", Json.STRING, NewAccount::domain);
        var parameters = r.optional("parameters", pairs, NewAccount::parameters);
        var variables = r.optional("variables", pairs, NewAccount::variables);
        return in -> new NewAccount(
                in.get(login), in.get(password), in.get(role), in.get(domain), in.get(parameters), in.get(variables));
    });

    /**
     * Checks the texts, and copies the lists.
     *
     * @throws InvalidInputException if the login or the role is blank, or a text would change the server's command
     */
    public NewAccount {
        ConsoleText.login(login);
        ConsoleText.role(role);
        if (password != null) {
            ConsoleText.password(password);
        }
        parameters = ConsoleText.pairs(parameters);
        variables = ConsoleText.pairs(variables);
    }

    /**
     * Starts an account.
     *
     * @param login without the domain
     * @param role the name of its role, such as {@code user}
     * @return a builder
     */
    public static Builder builder(String login, String role) {
        return new Builder(login, role);
    }

    NewAccount in(String ofCaller) {
        return domain == null ? new NewAccount(login, password, role, ofCaller, parameters, variables) : this;
    }

    /** Neither the password nor the settings, which may hold another one. */
    @Override
    public String toString() {
        return "NewAccount[login=" + login + ", role=" + role + ", domain=" + domain + "]";
    }

    /** Sets what is to be sent, and nothing else. Not safe for use by many threads. */
    public static final class Builder {
        private final String login;
        private final String role;
        private @Nullable String password;
        private @Nullable List<String> parameters;
        private @Nullable List<String> variables;

        private Builder(String login, String role) {
            this.login = login;
            this.role = role;
        }

        /**
         * What the account logs in with.
         *
         * @param value a secret
         * @return this builder
         */
        public Builder password(String value) {
            password = value;
            return this;
        }

        /**
         * A parameter, beside those given before.
         *
         * @param name for instance {@code vm-enabled}
         * @param value for instance {@code true}
         * @return this builder
         * @throws InvalidInputException if the name is blank
         */
        public Builder parameter(String name, String value) {
            parameters = ConsoleText.plus(parameters, ConsoleText.pair(name, value));
            return this;
        }

        /**
         * A variable, beside those given before.
         *
         * @param name for instance {@code default_language}
         * @param value for instance {@code en}
         * @return this builder
         * @throws InvalidInputException if the name is blank
         */
        public Builder variable(String name, String value) {
            variables = ConsoleText.plus(variables, ConsoleText.pair(name, value));
            return this;
        }

        /**
         * Makes the request.
         *
         * @return the request
         * @throws InvalidInputException if the login or the role is blank, or a text would change the server's command
         */
        public NewAccount build() {
            return new NewAccount(login, password, role, null, parameters, variables);
        }
    }
}
