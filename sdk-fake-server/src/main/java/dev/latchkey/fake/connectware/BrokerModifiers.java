package dev.latchkey.fake.connectware;

/**
 * What the broker is to change for a client that may connect.
 *
 * @param maxMessageSize in bytes
 * @param maxInflightMessages how many messages may be on their way at once
 * @param retryInterval after how many milliseconds a message is sent again
 */
public record BrokerModifiers(int maxMessageSize, int maxInflightMessages, int retryInterval) {}
