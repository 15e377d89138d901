package dev.latchkey.core.internal.session;

import java.util.List;

/** What is tried against what; {@link TwoClients} knows the words. */
final class Scenarios {
    static final List<String> RENEWAL_AND_CALLS = List.of(
            "start expire: call | call",
            "start revoke: call | call",
            "start age: call | call",
            "start revoke: call | renew",
            "start expire: call | loginAsJoan",
            "start age: call | login");

    static final List<String> LOGOUT = List.of(
            "start expire: call | logout",
            "start revoke: call | logout",
            "start age: call | logout",
            "start expire: renew | logout",
            "start expire: call | login | logout",
            "start: logout call | login",
            "startLoggedOut: login | logout");

    static final List<String> CLOSE = List.of(
            "start expire: call | close",
            "start age: call | close",
            "start: login | close",
            "start expire: call | logout | close",
            "start expire: call | login | loginAsJoan | close",
            "start: close login | close");

    static final List<String> ONE_STORE = List.of(
            "start expire: call | otherCall",
            "start revoke: call | otherCall",
            "start expire: call | otherLogin",
            "start expire: call | otherLogout",
            "start expire: otherCall | logout",
            "start: logout | otherLogout",
            "start: logout | otherLogin",
            "start failStore expire: call | logout");

    private Scenarios() {}
}
