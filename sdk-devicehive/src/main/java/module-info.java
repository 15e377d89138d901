/** Client for the authentication API of DeviceHive. */
module dev.latchkey.devicehive {
    requires transitive dev.latchkey.core;
    requires org.slf4j;

    exports dev.latchkey.devicehive;
}
