/** Client for the authentication API of ControlByWeb.Cloud. */
module dev.latchkey.controlbyweb {
    requires transitive dev.latchkey.core;

    exports dev.latchkey.controlbyweb;
}
