package dev.latchkey.scenarios.faults;

import static dev.latchkey.scenarios.Secrets.PASSWORD;

import dev.latchkey.controlbyweb.CertificateRequestTokens;
import dev.latchkey.controlbyweb.ControlByWebClient;
import dev.latchkey.controlbyweb.PasswordReset;
import dev.latchkey.fake.controlbyweb.FakeControlByWeb;

/** ControlByWeb's eight operations. */
final class ControlByWebRows extends Rows<FakeControlByWeb, ControlByWebClient> {
    private static final int ACCOUNT = 1234;

    ControlByWebRows() {
        super("controlbyweb");
        add(
                operation("auth.login", s -> s.client().auth().login(s.username(), PASSWORD))
                        .repeating(Repeats.NEVER)
                        .reading(Reads.JSON_AS_FAR_AS_IT_COMES),
                operation(
                                "auth.refresh",
                                s -> s.client()
                                        .auth()
                                        .refresh(s.fake().logIn(s.username()).refreshToken()))
                        .repeating(Repeats.NEVER)
                        .reading(Reads.JSON_AS_FAR_AS_IT_COMES),
                operation(
                                "auth.logout",
                                s -> s.client()
                                        .auth()
                                        .logout(s.fake().logIn(s.username()).accessToken()))
                        .reading(Reads.CONFIRMATION)
                        .withoutSession(),
                operation("auth.requestPasswordReset", s -> s.client().auth().requestPasswordReset(email(s)))
                        .reading(Reads.CONFIRMATION),
                operation("auth.resetPassword", s -> s.client().auth().resetPassword(reset(s)))
                        .repeating(Repeats.NEVER)
                        .reading(Reads.CONFIRMATION),
                operation("tokens.list", s -> {
                    s.fake().addCertificateRequestToken(ACCOUNT);
                    return tokens(s).list();
                }),
                operation("tokens.create", s -> tokens(s).create()),
                operation(
                                "tokens.delete",
                                s -> tokens(s)
                                        .delete(s.fake()
                                                .addCertificateRequestToken(ACCOUNT)
                                                .token()))
                        .reading(Reads.CONFIRMATION));
    }

    private static CertificateRequestTokens tokens(Scene<FakeControlByWeb, ControlByWebClient> scene) {
        return scene.client().certificateRequestTokens(ACCOUNT);
    }

    private static PasswordReset reset(Scene<FakeControlByWeb, ControlByWebClient> scene) {
        scene.helper().auth().requestPasswordReset(email(scene)).execute();
        return PasswordReset.builder(email(scene))
                .token(scene.fake().mailbox().newest(email(scene)).token())
                .newPassword("next-" + PASSWORD)
                .build();
    }

    private static String email(Scene<FakeControlByWeb, ControlByWebClient> scene) {
        return scene.username() + "@example.com";
    }
}
