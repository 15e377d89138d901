package dev.latchkey.connectware;

import dev.latchkey.core.json.Json;
import dev.latchkey.core.json.RecordAdapter;

/** The body of a change of one's own password. */
record PasswordChange(String password, String newPassword) {
    static final RecordAdapter<PasswordChange> JSON = RecordAdapter.of("PasswordChange", r -> {
        var current = r.required("password", Json.STRING, PasswordChange::password);
        var next = r.required("newPassword", Json.STRING, PasswordChange::newPassword);
        return in -> new PasswordChange(in.get(current), in.get(next));
    });

    PasswordChange {
        Inputs.require("current password", password);
        Inputs.require("new password", newPassword);
    }

    @Override
    public String toString() {
        return "PasswordChange[password=***, newPassword=***]";
    }
}
