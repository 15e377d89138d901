package dev.latchkey.devicehive;

import dev.latchkey.core.http.Endpoint;
import dev.latchkey.core.json.Json;
import dev.latchkey.core.json.RecordAdapter;
import org.jspecify.annotations.Nullable;

/** What goes over the wire to create or change a user; what is null is left out. */
record UserBody(
        @Nullable String login,
        @Nullable UserRole role,
        @Nullable UserStatus status,
        @Nullable String password,
        @Nullable String data,
        @Nullable Boolean introReviewed,
        @Nullable Boolean allDeviceTypesAvailable) {
    static final RecordAdapter<UserBody> JSON = RecordAdapter.of("User", r -> {
        var login = r.optional("login", Json.STRING, UserBody::login);
        var role = r.optional("role", UserRole.JSON, UserBody::role);
        var status = r.optional("status", UserStatus.JSON, UserBody::status);
        var password = r.optional("password", Json.STRING, UserBody::password);
        var data = r.optional("data", Json.RAW, UserBody::data);
        var introReviewed = r.optional("introReviewed", Json.BOOLEAN, UserBody::introReviewed);
        var allTypes = r.optional("allDeviceTypesAvailable", Json.BOOLEAN, UserBody::allDeviceTypesAvailable);
        return in -> new UserBody(
                in.get(login),
                in.get(role),
                in.get(status),
                in.get(password),
                in.get(data),
                in.get(introReviewed),
                in.get(allTypes));
    });

    /** With the password as the call's secret: the server's validator quotes one that is too long. */
    Endpoint on(Endpoint endpoint) {
        Endpoint masked = password == null ? endpoint : endpoint.secretAnswer().mask(password);
        return masked.json(JSON, this);
    }

    /** All but the password. */
    @Override
    public String toString() {
        return "[login=" + login + ", role=" + role + ", status=" + status + ", password="
                + (password == null ? null : "***") + ", data=" + data + ", introReviewed=" + introReviewed
                + ", allDeviceTypesAvailable=" + allDeviceTypesAvailable + "]";
    }
}
