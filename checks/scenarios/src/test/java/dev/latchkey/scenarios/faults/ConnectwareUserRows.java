package dev.latchkey.scenarios.faults;

import static dev.latchkey.scenarios.Secrets.PASSWORD;
import static dev.latchkey.scenarios.faults.ConnectwareScene.FINGERPRINT;
import static dev.latchkey.scenarios.faults.ConnectwareScene.KIM;

import dev.latchkey.connectware.NewUser;
import dev.latchkey.connectware.UserQuery;
import dev.latchkey.connectware.UserUpdate;
import java.util.List;

/** The operations on users. */
final class ConnectwareUserRows {
    private static final String NEXT = "next-" + PASSWORD;

    private final ConnectwareRows rows;

    ConnectwareUserRows(ConnectwareRows rows) {
        this.rows = rows;
    }

    void add() {
        rows.add(
                rows.operation("users.create", s -> s.client().users().create(robin())),
                rows.operation(
                        "users.list",
                        s -> s.client().users().list(UserQuery.all()).page(1)),
                rows.operation("users.createBatch", s -> s.client().users().createBatch(List.of(robin()))),
                rows.operation("users.changePassword", s -> s.client().users().changePassword(PASSWORD, NEXT))
                        .repeating(Repeats.NEVER)
                        .reading(Reads.NOTHING),
                rows.operation("users.usernames", s -> s.client().users().usernames()),
                rows.operation("users.ids", s -> s.client().users().ids()),
                rows.operation("users.delete", s -> s.client().users().delete(ConnectwareScene.addKim(s)))
                        .reading(Reads.NOTHING),
                rows.operation("users.get", s -> s.client().users().get(ConnectwareScene.addKim(s))),
                rows.operation(
                        "users.update",
                        s -> s.client()
                                .users()
                                .update(
                                        ConnectwareScene.addKim(s),
                                        UserUpdate.builder().password(NEXT).build())),
                rows.operation("users.listTokens", s -> {
                    String kim = ConnectwareScene.addKim(s);
                    s.fake().logIn(KIM);
                    return s.client().users().listTokens(kim);
                }),
                rows.operation("users.deleteTokens", s -> {
                            String kim = ConnectwareScene.addKim(s);
                            String token = s.fake().logIn(KIM).fingerprint();
                            return s.client().users().deleteToken(kim, token);
                        })
                        .reading(Reads.NOTHING),
                rows.operation(
                                "users.addCertificate",
                                s -> s.client().users().addCertificate(ConnectwareScene.addKim(s), "dd:ee:ff"))
                        .reading(Reads.NOTHING),
                rows.operation(
                                "users.removeCertificate",
                                s -> s.client().users().removeCertificate(ConnectwareScene.addKim(s), FINGERPRINT))
                        .reading(Reads.NOTHING),
                rows.operation("users.addRole", s -> {
                            String role = ConnectwareScene.addRole(s);
                            return s.client().users().addRole(s.fake().users().id(s.username()), role);
                        })
                        .reading(Reads.NOTHING),
                rows.operation("users.removeRole", s -> {
                            String kim = ConnectwareScene.addKim(s);
                            return s.client().users().removeRole(kim, ConnectwareScene.ROLE_ID);
                        })
                        .reading(Reads.NOTHING));
    }

    private static NewUser robin() {
        return NewUser.withPassword("robin", PASSWORD).build();
    }
}
