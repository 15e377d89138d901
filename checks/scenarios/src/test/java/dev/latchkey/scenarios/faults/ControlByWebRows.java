package dev.latchkey.scenarios.faults;

import static dev.latchkey.scenarios.Secrets.PASSWORD;

import dev.latchkey.controlbyweb.CertificateRequestTokens;
import dev.latchkey.controlbyweb.ControlByWebClient;
import dev.latchkey.controlbyweb.DeviceAccessTokens;
import dev.latchkey.controlbyweb.PasswordReset;
import dev.latchkey.fake.controlbyweb.FakeAccount;
import dev.latchkey.fake.controlbyweb.FakeControlByWeb;
import dev.latchkey.fake.controlbyweb.FakeUser;
import java.time.Duration;

/** ControlByWeb's eight operations, and those beyond its auth pages. */
final class ControlByWebRows extends Rows<FakeControlByWeb, ControlByWebClient> {
    private static final int ACCOUNT = 1234;
    private static final int DEVICE = 7;
    private static final int KIM = 4711;
    private static final long BELOW = 77;
    private static final Duration HOUR = Duration.ofHours(1);

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
        addDeviceAccessTokens();
        addUsersAndAccounts();
    }

    private void addDeviceAccessTokens() {
        add(
                operation("deviceAccessTokens.list", s -> {
                    s.fake().addDeviceAccessToken(ACCOUNT, DEVICE, HOUR);
                    return access(s).list();
                }),
                operation("deviceAccessTokens.create", s -> access(s).createUnseen(HOUR))
                        .reading(Reads.CONFIRMATION),
                operation(
                                "deviceAccessTokens.delete",
                                s -> access(s)
                                        .delete(s.fake()
                                                .addDeviceAccessToken(ACCOUNT, DEVICE, HOUR)
                                                .token()))
                        .reading(Reads.NOTHING));
    }

    private void addUsersAndAccounts() {
        add(
                operation("users.list", s -> s.client().users(ACCOUNT).list()),
                operation("users.get", s -> {
                    s.fake().addUser(FakeUser.builder("kim", PASSWORD).id(KIM).build());
                    return s.client().users(ACCOUNT).get(KIM);
                }),
                operation("accounts.get", s -> s.client().accounts().get(ACCOUNT)),
                operation("accounts.children", s -> {
                    s.fake().addAccount(FakeAccount.of(BELOW, "Below").childOf(ACCOUNT));
                    return s.client().accounts().children(ACCOUNT);
                }),
                operation("accounts.descendants", s -> {
                    s.fake().addAccount(FakeAccount.of(BELOW, "Below").childOf(ACCOUNT));
                    return s.client().accounts().descendants(ACCOUNT);
                }),
                operation("accounts.tree", s -> s.client().accounts().tree(ACCOUNT)));
    }

    private static DeviceAccessTokens access(Scene<FakeControlByWeb, ControlByWebClient> scene) {
        return scene.client().deviceAccessTokens(ACCOUNT, DEVICE);
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
