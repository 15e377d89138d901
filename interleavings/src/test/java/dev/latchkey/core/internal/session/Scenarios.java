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
            "startBoth expire: call | otherCall",
            "startBoth revoke: call | otherCall",
            "startBoth expire: call | otherLogin",
            "startBoth expire: call | otherLogout",
            "startBoth expire: otherCall | logout",
            "startBoth: logout | otherLogout",
            "startBoth: logout | otherLogin",
            "start failStore expire: call | logout");

    private Scenarios() {}
}
