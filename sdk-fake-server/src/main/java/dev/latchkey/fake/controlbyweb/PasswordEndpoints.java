package dev.latchkey.fake.controlbyweb;

import dev.latchkey.fake.FakeRequest;
import dev.latchkey.fake.FakeResponse;
import dev.latchkey.fake.internal.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /v1/auth/reset-password} and {@code POST /v1/auth/reset/password}. A new password ends no session, as in
 * the framework that the vendor shows every sign of using.
 */
final class PasswordEndpoints {
    private static final int SHORTEST_PASSWORD = 8;

    private final Cloud cloud;

    PasswordEndpoints(Cloud cloud) {
        this.cloud = cloud;
    }

    /** The printed curl sends the new password here too. */
    FakeResponse request(FakeRequest request) {
        return cloud.settings.printedCurlIsRight() && Fields.of(request, "token") != null
                ? setPassword(request)
                : sendMail(request);
    }

    FakeResponse reset(FakeRequest request) {
        if (cloud.settings.printedCurlIsRight()) {
            throw FrameworkErrors.notFound(request);
        }
        return setPassword(request);
    }

    private FakeResponse sendMail(FakeRequest request) {
        String email = Fields.of(request, "email");
        Map<String, List<String>> errors = new LinkedHashMap<>();
        checkEmail(email, errors);
        if (email == null || !errors.isEmpty()) {
            throw FrameworkErrors.invalid(request, errors);
        }
        FakeUser user = cloud.directory.userByEmail(email);
        if (user == null) {
            return failed(
                    "Email could not be sent to this email address.",
                    "We can't find a user with that email address.",
                    "passwords.user");
        }
        ResetMail mail = cloud.resets.request(user);
        if (mail == null) {
            return failed(
                    "Email could not be sent to this email address.",
                    "Please wait before retrying.",
                    "passwords.throttled");
        }
        cloud.mailbox.deliver(mail);
        String message = isFramework() ? "We have emailed your password reset link!" : "Password reset email sent.";
        return FakeResponse.json(200, Json.object("message", message, "data", "passwords.sent"));
    }

    private FakeResponse setPassword(FakeRequest request) {
        String token = Fields.of(request, "token");
        String email = Fields.of(request, "email");
        String password = Fields.of(request, "password");
        Map<String, List<String>> errors = new LinkedHashMap<>();
        if (token == null) {
            errors.put("token", List.of("The token field is required."));
        }
        checkEmail(email, errors);
        checkPassword(password, Fields.of(request, "password_confirmation"), errors);
        if (token == null || email == null || password == null || !errors.isEmpty()) {
            throw FrameworkErrors.invalid(request, errors);
        }
        FakeUser user = cloud.directory.userByEmail(email);
        if (user == null) {
            return failed("Failed, Invalid Token.", "We can't find a user with that email address.", "passwords.user");
        }
        if (!cloud.resets.redeem(user, token)) {
            return failed("Failed, Invalid Token.", "This password reset token is invalid.", "passwords.token");
        }
        cloud.directory.add(user.toBuilder().password(password).build());
        return isFramework()
                ? FakeResponse.json(
                        200, Json.object("message", "Your password has been reset!", "data", "passwords.reset"))
                : FakeResponse.json(200, Json.object("message", "Password reset successfully."));
    }

    private FakeResponse failed(String documented, String framework, String data) {
        return isFramework()
                ? FakeResponse.json(400, Json.object("message", framework, "data", data))
                : FakeResponse.json(200, Json.object("message", documented));
    }

    private boolean isFramework() {
        return cloud.settings.resetAnswers() == ResetAnswers.FRAMEWORK;
    }

    private static void checkEmail(@Nullable String email, Map<String, List<String>> errors) {
        if (email == null) {
            errors.put("email", List.of("The email field is required."));
        } else if (!email.matches("[^@\\s]+@[^@\\s]+")) {
            errors.put("email", List.of("The email must be a valid email address."));
        }
    }

    private static void checkPassword(
            @Nullable String password, @Nullable String confirmation, Map<String, List<String>> errors) {
        if (password == null) {
            errors.put("password", List.of("The password field is required."));
        } else if (!password.equals(confirmation)) {
            errors.put("password", List.of("The password confirmation does not match."));
        } else if (password.length() < SHORTEST_PASSWORD) {
            errors.put("password", List.of("The password must be at least 8 characters."));
        }
    }
}
