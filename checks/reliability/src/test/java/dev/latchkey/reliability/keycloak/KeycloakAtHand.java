package dev.latchkey.reliability.keycloak;

import static org.junit.jupiter.api.extension.ConditionEvaluationResult.disabled;
import static org.junit.jupiter.api.extension.ConditionEvaluationResult.enabled;

import java.nio.file.Path;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests the one realm of the run, and skips them where there is no Keycloak to be started. */
final class KeycloakAtHand implements ExecutionCondition, ParameterResolver {
    private static final String HOME = "LATCHKEY_KEYCLOAK_HOME";
    private static final ExtensionContext.Namespace OURS = ExtensionContext.Namespace.create(KeycloakAtHand.class);

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        String home = System.getenv(HOME);
        return home == null || home.isEmpty()
                ? disabled(
                        "There is no Keycloak. Run with -Preliability,keycloak, which downloads it (147 MB), or name the"
                                + " folder of a distribution in " + HOME + ".")
                : enabled("Keycloak is in " + home);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Realm.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(OURS)
                .computeIfAbsent(Realm.class, any -> Realm.at(Path.of(System.getenv(HOME))), Realm.class);
    }
}
