package dev.latchkey.devicehive;

import dev.latchkey.core.InvalidInputException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The actions of a {@link NewToken}: a server drops what it does not know, and takes an empty list for all that a client may do. */
final class RequestedActions {
    private static final Logger LOG = LoggerFactory.getLogger(NewToken.class);

    private final Set<Action> actions = new LinkedHashSet<>();
    private boolean risksEveryClientAction;

    void add(Collection<Action> more) {
        actions.addAll(more);
    }

    void riskEveryClientAction() {
        risksEveryClientAction = true;
    }

    List<Action> checked() {
        List<String> unknown = actions.stream()
                .filter(action -> !action.isInTable())
                .map(action -> action.value().replaceAll("\\p{Cntrl}", "?"))
                .collect(Collectors.toList());
        if (unknown.size() == actions.size() && !risksEveryClientAction) {
            throw new InvalidInputException(
                    (actions.isEmpty() ? "No action is given" : "The server knows none of " + unknown)
                            + ". It would make tokens that permit all that a client may do, ManageToken included. Give"
                            + " the actions that are needed, or call riskEveryClientAction().");
        }
        if (!unknown.isEmpty()) {
            LOG.warn("The server does not know the actions {}; servers since 3.4.1 drop them", unknown);
        }
        return List.copyOf(actions);
    }
}
