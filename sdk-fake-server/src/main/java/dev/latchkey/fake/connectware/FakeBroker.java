package dev.latchkey.fake.connectware;

import java.util.function.Predicate;

/**
 * How the fake answers the MQTT broker that asks whether a client may connect. At first it lets in the user named by
 * {@code username}, or by {@code client_id} where that is missing, if
 *
 * <ul>
 *   <li>{@code p_authentication_data} is the base 64 of the user's password, or of SASL's PLAIN with it, or
 *   <li>there is no such data, and the user may log in by certificate and has one that has not expired on the fake's
 *       clock: the broker has checked it before it asks.
 * </ul>
 *
 * <pre>{@code
 * fake.broker().decide(asked -> "gateway-7".equals(asked.clientId()));
 * }</pre>
 *
 * <p>Safe for concurrent use.
 */
public final class FakeBroker {
    private static final BrokerModifiers DEFAULT_MODIFIERS = new BrokerModifiers(65_536, 20, 20_000);

    private final Predicate<BrokerAuthentication> byUsers;
    private volatile Predicate<BrokerAuthentication> decision;
    private volatile BrokerModifiers modifiers = DEFAULT_MODIFIERS;

    FakeBroker(Predicate<BrokerAuthentication> byUsers) {
        this.byUsers = byUsers;
        this.decision = byUsers;
    }

    /**
     * Decides otherwise.
     *
     * @param decision whether this client may connect; called with no other request being executed, must not block
     */
    public FakeBroker decide(Predicate<BrokerAuthentication> decision) {
        this.decision = decision;
        return this;
    }

    /** Decides by the fake's users again. */
    public FakeBroker decideByUsers() {
        return decide(byUsers);
    }

    /** What the broker is to change for clients that may connect; at first 64 KiB, 20 messages, 20 seconds. */
    public FakeBroker modifiers(BrokerModifiers modifiers) {
        this.modifiers = modifiers;
        return this;
    }

    boolean accepts(BrokerAuthentication asked) {
        return decision.test(asked);
    }

    BrokerModifiers modifiers() {
        return modifiers;
    }

    void restore() {
        decision = byUsers;
        modifiers = DEFAULT_MODIFIERS;
    }
}
