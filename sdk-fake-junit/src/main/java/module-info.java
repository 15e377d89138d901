/** The fakes of the vendors' servers in tests with JUnit 5 and 6. */
module dev.latchkey.fake.junit {
    requires static transitive org.jspecify;
    requires transitive dev.latchkey.fake;
    requires transitive org.junit.jupiter.api;

    exports dev.latchkey.fake.junit;
}
