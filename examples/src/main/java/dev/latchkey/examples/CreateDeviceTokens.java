package dev.latchkey.examples;

import dev.latchkey.core.InvalidInputException;
import dev.latchkey.core.NotFoundException;
import dev.latchkey.core.SessionExpiredException;
import dev.latchkey.core.UnauthorizedException;
import dev.latchkey.core.store.TokenStore;
import dev.latchkey.devicehive.Action;
import dev.latchkey.devicehive.DeviceHiveClient;
import dev.latchkey.devicehive.JwtPayload;
import dev.latchkey.devicehive.JwtTokens;
import dev.latchkey.devicehive.NewPluginToken;
import dev.latchkey.devicehive.NewToken;
import dev.latchkey.fake.devicehive.FakeDeviceHive;
import dev.latchkey.fake.devicehive.FakePlugin;
import dev.latchkey.fake.devicehive.FakeUser;
import dev.latchkey.fake.devicehive.ServerProfile;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/** DeviceHive: a token for a device that may do two things, one for a plugin, and one of an older server. */
public final class CreateDeviceTokens {
    private CreateDeviceTokens() {}

    public static void main(String[] args) {
        try (FakeDeviceHive fake = FakeDeviceHive.start()) {
            fake.addUser(FakeUser.client("jane", "secret").id(10).build());
            fake.addPlugin(new FakePlugin("plugin_topic_1", "jane"));
            JwtTokens tokens = run(fake.baseUrl());
            startFromARefreshToken(fake.baseUrl(), Objects.requireNonNull(tokens.refreshToken()));
            sendATokenOfOnesOwn(fake.baseUrl(), tokens.accessToken());
            handle(fake.baseUrl());
        }
        FakeUser admin = FakeUser.admin("jane", "secret").id(10).build();
        try (FakeDeviceHive old = FakeDeviceHive.withUser(ServerProfile.LEGACY, admin)) {
            forOneDevice(old.baseUrl());
        }
    }

    static JwtTokens run(String baseUrl) {
        try (DeviceHiveClient client = DeviceHiveClient.builder()
                .baseUrl(baseUrl) // such as https://devicehive.example.com/auth/rest
                .credentials("jane", "secret")
                .build()) {
            JwtTokens login = client.token().login("jane", "secret").execute();
            JwtPayload jane = login.accessPayload().orElseThrow();
            NewToken forDevice = NewToken.builder(10)
                    .actions(Action.GET_DEVICE, Action.CREATE_DEVICE_NOTIFICATION)
                    .networksOf(jane) // those of jane, and no others
                    .deviceTypesOf(jane)
                    .expiration(Instant.now().plus(Duration.ofDays(1)))
                    .build();
            JwtTokens tokens = client.token().create(forDevice).execute();

            JwtPayload payload = tokens.accessPayload().orElseThrow();
            System.out.println("user " + payload.userId() + " may " + payload.actions() + " in networks "
                    + payload.networkIds() + " until " + payload.expiresAt());
            verifyAPlugin(client);
            return tokens;
        }
    }

    private static void verifyAPlugin(DeviceHiveClient client) {
        JwtTokens plugin = client.plugin()
                .createToken(NewPluginToken.builder("plugin_topic_1")
                        .actions(Action.GET_DEVICE_NOTIFICATION)
                        .build())
                .execute();
        JwtPayload verified = client.plugin().authenticate(plugin.accessToken()).execute();
        System.out.println("the server knows the plugin " + verified.topic());
    }

    private static void startFromARefreshToken(String baseUrl, String refreshToken) {
        try (DeviceHiveClient client = DeviceHiveClient.builder()
                .baseUrl(baseUrl)
                .refreshToken(refreshToken)
                .identity("jane") // names the session in the store
                .tokenStore(TokenStore.inMemory())
                .build()) {
            client.session().renew().execute();
            System.out.println(
                    "the session goes on until " + client.session().expiresAt().orElseThrow());
        }
    }

    private static void sendATokenOfOnesOwn(String baseUrl, String accessToken) {
        try (DeviceHiveClient client = DeviceHiveClient.builder()
                .baseUrl(baseUrl)
                .accessToken(accessToken)
                .build()) {
            System.out.println("the session is " + client.session().state());
        }
    }

    private static void handle(String baseUrl) {
        try (DeviceHiveClient client = DeviceHiveClient.builder()
                .baseUrl(baseUrl)
                .credentials("jane", "secret")
                .build()) {
            try {
                client.token()
                        .create(NewToken.builder(4711)
                                .actions(Action.GET_DEVICE)
                                .networks(1)
                                .allDeviceTypes()
                                .build())
                        .execute();
            } catch (InvalidInputException e) {
                System.out.println("mend the request: " + e.getMessage());
            } catch (NotFoundException e) {
                System.out.println(e.serverMessage().orElse("no such user"));
            } catch (SessionExpiredException e) {
                System.out.println("show the login screen, because " + e.reason());
            } catch (UnauthorizedException e) {
                System.out.println("the server refuses the token: " + e.getMessage());
            }
        }
    }

    private static void forOneDevice(String baseUrl) {
        try (DeviceHiveClient client = DeviceHiveClient.builder()
                .baseUrl(baseUrl) // such as https://devicehive.example.com/api/rest
                .credentials("jane", "secret")
                .legacy()
                .build()) {
            JwtTokens tokens = client.token()
                    .create(NewToken.builder(10)
                            .actions(Action.GET_DEVICE_COMMAND)
                            .allNetworks()
                            .deviceIds("thermostat-1")
                            .build())
                    .execute();
            System.out.println("for " + tokens.accessPayload().orElseThrow().deviceIds());
        }
    }
}
