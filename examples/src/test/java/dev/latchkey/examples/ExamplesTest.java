package dev.latchkey.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Isolated;

/** Runs each example as a user would; alone, since they print to the standard output. */
@Isolated
class ExamplesTest {
    @TestFactory
    Stream<DynamicTest> eachPrintsWhatItPromises() {
        return Stream.of(
                example("LogInAndList", LogInAndList::main, "jane may add users: true", "is good until"),
                example(
                        "CallInTheBackground",
                        CallInTheBackground::main,
                        "tokens: 1",
                        "user-interface shows 1",
                        "cancelled: true"),
                example(
                        "UseYourOwnHttpClient",
                        UseYourOwnHttpClient::main,
                        "with OkHttp: [{\"name\":\"pump\"}]",
                        "with the client: [{\"name\":\"pump\"}]"),
                example(
                        "ReplaceYourAuthenticator",
                        ReplaceYourAuthenticator::main,
                        "by hand, token endpoint out of order for two requests: 2 of 10 calls failed",
                        "; 3 token requests",
                        "with a session, token endpoint out of order for two requests: 0 of 10 calls failed"),
                example(
                        "ResetAPassword",
                        ResetAPassword::main,
                        "the new password logs in",
                        "the old one does not: invalid_grant"),
                example("TuneOneCall", TuneOneCall::main, "200 application/json: 0 tokens"),
                example(
                        "HandleErrors",
                        HandleErrors::main,
                        "it is gone, or not ours: DELETE /v1/accounts/{AccountId}/tokens/{Token}: 404",
                        "mend the input: no code {email=[",
                        "mend the input: invalid_grant {}",
                        "show the login screen, because LOGGED_OUT"),
                example(
                        "CreateDeviceTokens",
                        CreateDeviceTokens::main,
                        "user 10 may [GetDevice, CreateDeviceNotification] in networks [1] until ",
                        "the server knows the plugin plugin_topic_1",
                        "the session goes on until ",
                        "the session is ACTIVE",
                        "User with id = 4711 not found",
                        "for [thermostat-1]"),
                example(
                        "ManageUsers",
                        ManageUsers::main,
                        "the device reaches [north]",
                        "dhadmin\njane\n",
                        "User with such login already exists",
                        "dhadmin has a new password: ACTIVE",
                        "disabled, and all tokens with it: 1"),
                example(
                        "ReadEveryUser",
                        ReadEveryUser::main,
                        "there are 2000 users",
                        "one page after the other: 2000 users in ",
                        "sixteen pages fetched ahead: 2000 users in "),
                example(
                        "RegisterADevice",
                        RegisterADevice::main,
                        "first answer: Pending[]",
                        "iot.device.0123456 asks, serial number 0123456",
                        "a certificate for CN=iot.device.0123456, for the device's key: true"),
                example("ShareASession", ShareASession::main, "tokens: 1", "logins: 1"),
                example("AuthenticateYourUsers", AuthenticateYourUsers::main, "right: true", "wrong: false"),
                example("KeepSessions", KeepSessions::main, "tokens: 1", "tokens: 2", "logins: 1"),
                example("LendADevice", LendADevice::main, "tokens in use: 1", "tokens left: 0"),
                example(
                        "RotateADomainToken",
                        RotateADomainToken::main,
                        "the next token has the role user",
                        "deleted: true",
                        "a code of it is accepted: true"),
                example(
                        "UseWebitel",
                        UseWebitel::main,
                        "the server knows me: 100@mydomain.com",
                        "100@mydomain.com may call: true",
                        "an administrator: false",
                        "root may reload: true",
                        "good until ",
                        "the domain token is good"),
                example(
                        "RunBehindAGateway",
                        RunBehindAGateway::main,
                        "User-Agent: portal/1.2 latchkey/",
                        "X-Subscription-Key: \u2588\u2588",
                        "X-Access-Token: \u2588\u2588"),
                example("FollowTheSession", FollowTheSession::main, "there is a new token", "logged out: SERVER"));
    }

    private static DynamicTest example(String name, Main main, String... lines) {
        return dynamicTest(name, () -> {
            PrintStream before = System.out;
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
            try {
                main.run(new String[0]);
            } finally {
                System.setOut(before);
            }
            assertThat(out.toString(StandardCharsets.UTF_8)).contains(lines);
        });
    }

    @FunctionalInterface
    private interface Main {
        void run(String[] args) throws Exception;
    }
}
