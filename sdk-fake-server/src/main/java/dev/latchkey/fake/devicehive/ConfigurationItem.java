package dev.latchkey.fake.devicehive;

/** A value of the server's configuration, and how often it has been changed. */
record ConfigurationItem(long id, String name, String value, long entityVersion) {}
