/** Client for the authentication API of Webitel. */
module dev.latchkey.webitel {
    requires transitive dev.latchkey.core;

    exports dev.latchkey.webitel;
}
