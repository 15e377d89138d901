package dev.latchkey.reliability.keycloak;

import dev.latchkey.leakcheck.SecretLeaks;

/** A user of the realm who belongs to one test. */
record RealmUser(Realm realm, String name, String id) {
    static final String PASSWORD = "pw-" + SecretLeaks.MARKER;

    /** Describes a confidential client of this user. */
    KeycloakClient.Builder client() {
        return realm.confidentialClient().credentials(name, PASSWORD);
    }

    /** How many events of this type the server has noted of the user. */
    int count(String type) {
        return realm.count(type, this);
    }

    /** Ends the user's sessions at the server, as an administrator does. */
    void endSessions() {
        realm.endSessions(this);
    }
}
