package dev.latchkey.webitel;

import dev.latchkey.core.InvalidInputException;
import dev.latchkey.core.json.Json;
import dev.latchkey.core.json.RecordAdapter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to change of an account. What would change the command that the server makes of it is refused, as in {@link
 * NewAccount}.
 *
 * <pre>{@code
 * AccountUpdate.builder().password(password).build()
 * }</pre>
 *
 * @param parameters as {@code name=value}, the password among them; immutable, or null for none
 * @param variables as {@code name=value}, the role among them; immutable, or null for none
 */
public record AccountUpdate(
        @Nullable List<String> parameters, @Nullable List<String> variables) {
    static final RecordAdapter<AccountUpdate> JSON = RecordAdapter.of("AccountUpdate", r -> {
        var parameters = r.optional("parameters", Json.listOf(Json.STRING), AccountUpdate::parameters);
        var variables = r.optional("variables", Json.listOf(Json.STRING), AccountUpdate::variables);
        return in -> new AccountUpdate(in.get(parameters), in.get(variables));
    });

    /**
     * Checks the texts, and copies the lists.
     *
     * @throws InvalidInputException if a text would change the server's command
     */
    public AccountUpdate {
        parameters = ConsoleText.pairs(parameters);
        variables = ConsoleText.pairs(variables);
    }

    /**
     * Starts a change.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /** None of the values, of which one may be a password. */
    @Override
    public String toString() {
        return "AccountUpdate[" + size(parameters) + " parameters, " + size(variables) + " variables]";
    }

    private static int size(@Nullable List<String> pairs) {
        return pairs == null ? 0 : pairs.size();
    }

    /** Sets what is to be sent, and nothing else. Not safe for use by many threads. */
    public static final class Builder {
        private @Nullable List<String> parameters;
        private @Nullable List<String> variables;

        private Builder() {}

        /**
         * Another password, which ends every session of the account.
         *
         * @param value a secret
         * @return this builder
         * @throws InvalidInputException if it is blank, or would change the server's command
         */
        public Builder password(String value) {
            return parameter("password", ConsoleText.password(value));
        }

        /**
         * Another role, which ends every session of the account. One's own cannot be changed.
         *
         * @param name of the role
         * @return this builder
         * @throws InvalidInputException if it is blank, or would change the server's command
         */
        public Builder role(String name) {
            return variable("account_role", ConsoleText.role(name));
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
         * @throws InvalidInputException if a text would change the server's command
         */
        public AccountUpdate build() {
            return new AccountUpdate(parameters, variables);
        }
    }
}
