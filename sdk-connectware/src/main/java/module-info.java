/** Client for the authentication API of Cybus Connectware. */
module dev.latchkey.connectware {
    requires transitive dev.latchkey.core;

    exports dev.latchkey.connectware;
}
