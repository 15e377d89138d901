/** An application that is a module. */
module com.example.consumer {
    requires dev.latchkey.controlbyweb;
    requires dev.latchkey.webitel;
    requires dev.latchkey.tokenstore.jdbc;
    requires dev.latchkey.fake;
}
