package dev.latchkey.fake.devicehive;

/**
 * A plugin that tokens can be made for.
 *
 * @param topic the name of its topic, which stands in its tokens
 * @param owner the login of the user who has created it, and who alone may have tokens for it
 */
public record FakePlugin(String topic, String owner) {
    /** A plugin with a topic that is not blank. */
    public FakePlugin {
        if (topic.isBlank() || topic.equals("*")) {
            throw new IllegalArgumentException("a plugin needs a topic with a name");
        }
    }
}
