package dev.latchkey.fake.connectware;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is to become of a user; whatever was not sent stays. It is read as a whole before anything is changed. */
record UserChange(
        @Nullable String username,
        @Nullable String password,
        @Nullable String mqttPublishPrefix,
        @Nullable String identityProvider,
        @Nullable List<FakeGrant> grants,
        @Nullable List<String> roleIds,
        @Nullable List<FakePermission> permissions,
        boolean disableMfa,
        @Nullable Boolean enforceMfaEnrollment) {
    static UserChange of(Body body, ConnectwareSettings settings) {
        return new UserChange(
                body.has("username") ? Forms.username(body.text("username")) : null,
                body.has("password") ? Forms.password(body, "password", settings) : null,
                body.optionalText("mqttPublishPrefix"),
                body.optionalText("identityProvider"),
                body.has("grantTypes") ? Forms.grants(body) : null,
                body.has("roles") ? body.texts("roles") : null,
                body.has("permissions") ? Forms.permissions(body, "permissions") : null,
                body.bool("disableMfa", false),
                body.has("enforceMFAEnrollment") ? body.bool("enforceMFAEnrollment", false) : null);
    }

    /** Changes the user, or refuses and changes nothing. */
    void apply(User user, Directory directory) {
        if (username != null) {
            directory.requireFreeName(username, user);
        }
        if (roleIds != null) {
            directory.changeRoles(user, roleIds);
        }
        if (permissions != null) {
            directory.changeOwnPermissions(user, permissions);
        }
        user.username = username == null ? user.username : username;
        user.password = password == null ? user.password : password;
        user.mqttPublishPrefix = mqttPublishPrefix == null ? user.mqttPublishPrefix : mqttPublishPrefix;
        user.identityProvider = identityProvider == null ? user.identityProvider : identityProvider;
        user.grants = grants == null ? user.grants : grants;
        user.enforceMfaEnrollment = enforceMfaEnrollment == null ? user.enforceMfaEnrollment : enforceMfaEnrollment;
        if (disableMfa) {
            user.mfa.clear();
        }
    }

    /** The name only: the password is a secret. */
    @Override
    public String toString() {
        return "UserChange[" + username + "]";
    }
}
