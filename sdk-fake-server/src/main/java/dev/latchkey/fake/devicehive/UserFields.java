package dev.latchkey.fake.devicehive;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The members of a user in a request; what nobody asks for is ignored. */
record UserFields(
        @Nullable String login,
        @Nullable Integer role,
        @Nullable Integer status,
        @Nullable String password,
        @Nullable Map<String, @Nullable Object> data,
        @Nullable Boolean introReviewed,
        @Nullable Boolean allDeviceTypes) {

    /** Reads them, or refuses what does not fit; null without a body. */
    static @Nullable UserFields of(@Nullable JsonBody body) {
        return body == null
                ? null
                : new UserFields(
                        body.text("login"),
                        body.small("role"),
                        body.small("status"),
                        body.text("password"),
                        body.object("data"),
                        body.flag("introReviewed"),
                        body.flag("allDeviceTypesAvailable"));
    }

    /** All but the password. */
    @Override
    public String toString() {
        return "UserFields[login=" + login + ", role=" + role + ", status=" + status + "]";
    }
}
