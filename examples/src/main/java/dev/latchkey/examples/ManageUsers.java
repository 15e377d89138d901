package dev.latchkey.examples;

import dev.latchkey.core.ConflictException;
import dev.latchkey.devicehive.Action;
import dev.latchkey.devicehive.DeviceHiveClient;
import dev.latchkey.devicehive.JwtPayload;
import dev.latchkey.devicehive.JwtTokens;
import dev.latchkey.devicehive.NameQuery;
import dev.latchkey.devicehive.Network;
import dev.latchkey.devicehive.NewToken;
import dev.latchkey.devicehive.NewUser;
import dev.latchkey.devicehive.User;
import dev.latchkey.devicehive.UserQuery;
import dev.latchkey.devicehive.UserRole;
import dev.latchkey.devicehive.UserStatus;
import dev.latchkey.devicehive.UserUpdate;
import dev.latchkey.fake.devicehive.FakeDeviceHive;
import java.util.List;
import java.util.stream.Stream;

/** DeviceHive: a user, a network of his, and a token for his device that reaches just that. */
public final class ManageUsers {
    private ManageUsers() {}

    public static void main(String[] args) {
        try (FakeDeviceHive fake = FakeDeviceHive.withAdmin("dhadmin", "secret")) {
            String forDevice = run(fake.baseUrl(), "her-password");
            tryIt(fake.baseUrl(), forDevice);
            look(fake.baseUrl());
        }
    }

    static String run(String baseUrl, String password) {
        try (DeviceHiveClient admin = DeviceHiveClient.builder()
                .baseUrl(baseUrl) // such as https://devicehive.example.com/auth/rest
                .credentials("dhadmin", "secret")
                .build()) {
            long jane = admin.users()
                    .create(NewUser.builder("jane", password, UserRole.CLIENT).build())
                    .execute()
                    .id();
            long north = admin.networks().create("north", "north hall").execute();
            admin.users().assignNetwork(jane, north).execute();

            // The server has cached what she may reach, and forgets that when she is changed.
            User created = admin.users().get(jane).execute();
            admin.users()
                    .update(jane, UserUpdate.of(created).introReviewed(true).build())
                    .execute();

            JwtPayload reach = admin.token()
                    .login("jane", password)
                    .execute()
                    .accessPayload()
                    .orElseThrow();
            JwtTokens forDevice = admin.token()
                    .create(NewToken.builder(jane)
                            .actions(Action.GET_NETWORK, Action.CREATE_DEVICE_NOTIFICATION)
                            .networksOf(reach)
                            .deviceTypesOf(reach)
                            .build())
                    .execute();
            return forDevice.accessToken();
        }
    }

    private static void tryIt(String baseUrl, String accessToken) {
        try (DeviceHiveClient device = DeviceHiveClient.builder()
                .baseUrl(baseUrl)
                .accessToken(accessToken)
                .build()) {
            List<String> reached = device.networks().list(NameQuery.all()).stream()
                    .map(Network::name)
                    .toList();
            System.out.println("the device reaches " + reached);
        }
    }

    private static void look(String baseUrl) {
        try (DeviceHiveClient deviceHive = DeviceHiveClient.builder()
                .baseUrl(baseUrl)
                .credentials("dhadmin", "secret")
                .build()) {
            try (Stream<User> users = deviceHive.users().list(UserQuery.all()).stream()) {
                users.map(User::login).forEach(System.out::println);
            }
            NewUser again =
                    NewUser.builder("jane", "another-one", UserRole.CLIENT).build();
            try {
                deviceHive.users().create(again).execute();
            } catch (ConflictException e) {
                System.out.println(e.serverMessage().orElse("the login is taken"));
            }
            User me = deviceHive.users().current().execute();
            deviceHive.users().changePassword("a-new-password").execute(); // the session goes on, and knows it
            System.out.println(me.login() + " has a new password: "
                    + deviceHive.session().login().execute());
            disable(
                    deviceHive,
                    deviceHive.users().list(UserQuery.builder().login("jane").build()).stream()
                            .findFirst()
                            .orElseThrow());
        }
    }

    private static void disable(DeviceHiveClient deviceHive, User jane) {
        deviceHive
                .users()
                .update(
                        jane.id(),
                        UserUpdate.of(jane).status(UserStatus.DISABLED).build())
                .execute();
        long disabled = deviceHive
                .users()
                .count(UserQuery.builder().status(UserStatus.DISABLED).build())
                .execute();
        System.out.println("disabled, and all tokens with it: " + disabled);
    }
}
