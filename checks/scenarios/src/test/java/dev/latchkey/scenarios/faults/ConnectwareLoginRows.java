package dev.latchkey.scenarios.faults;

import static dev.latchkey.scenarios.Secrets.PASSWORD;
import static dev.latchkey.scenarios.faults.ConnectwareScene.KIM;

import dev.latchkey.connectware.LoginRequest;
import dev.latchkey.connectware.MfaCode;
import java.util.Objects;

/** Logins and second factors: whatever holds a password or a code is sent once. */
final class ConnectwareLoginRows {
    private final ConnectwareRows rows;

    ConnectwareLoginRows(ConnectwareRows rows) {
        this.rows = rows;
    }

    void add() {
        rows.add(
                rows.operation("auth.ldapSettings", s -> s.client().auth().ldapSettings()),
                rows.operation("auth.mfaSettings", s -> s.client().auth().mfaSettings()),
                rows.operation("auth.entraSettings", s -> s.client().auth().entraSettings()),
                rows.operation(
                                "auth.login",
                                s -> s.client()
                                        .auth()
                                        .login(LoginRequest.builder(s.username(), PASSWORD)
                                                .build()))
                        .repeating(Repeats.NEVER)
                        .reading(Reads.JSON_AS_FAR_AS_IT_COMES),
                rows.operation("auth.session", s -> s.client().auth().session()),
                rows.operation("mfa.enable", s -> s.client().mfa().enable()).repeating(Repeats.NEVER),
                rows.operation("mfa.validate", s -> {
                            s.helper().mfa().enable().execute();
                            return s.client().mfa().validate(s.secret(s.fake().oneTimePassword(s.username())));
                        })
                        .repeating(Repeats.NEVER),
                rows.operation("mfa.login", s -> {
                            ConnectwareScene.addKim(s);
                            String code = s.fake().enrolForMfa(KIM).get(0);
                            String secret = Objects.requireNonNull(s.helper()
                                    .auth()
                                    .login(KIM, PASSWORD)
                                    .execute()
                                    .result()
                                    .secret());
                            return s.client().mfa().login(KIM, secret, MfaCode.backupCode(code));
                        })
                        .repeating(Repeats.NEVER)
                        .reading(Reads.JSON_AS_FAR_AS_IT_COMES)
                        .withoutSession(),
                rows.operation(
                                "mfa.disable",
                                s -> s.client()
                                        .mfa()
                                        .disable(MfaCode.backupCode(s.fake()
                                                .enrolForMfa(s.username())
                                                .get(0))))
                        .repeating(Repeats.NEVER)
                        .reading(Reads.NOTHING),
                rows.operation(
                                "mfa.regenerateBackupCodes",
                                s -> s.client()
                                        .mfa()
                                        .regenerateBackupCodes(MfaCode.backupCode(s.fake()
                                                .enrolForMfa(s.username())
                                                .get(0))))
                        .repeating(Repeats.NEVER));
    }
}
