package dev.latchkey.fake.connectware;

import dev.latchkey.fake.FakeRequest;
import dev.latchkey.fake.FakeResponse;
import dev.latchkey.fake.internal.Json;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How devices ask for users, and administrators grant them. */
final class ClientRegistryEndpoints implements Endpoints {
    private final Connectware state;
    private final ClientRegistry registry;
    private final Confirmations confirmations;

    ClientRegistryEndpoints(Connectware state, ClientRegistry registry, Confirmations confirmations) {
        this.state = state;
        this.registry = registry;
        this.confirmations = confirmations;
    }

    @Override
    public void register(Routes routes) {
        routes.open("POST", "/api/client-registry/register", request -> answer(registry.register(read(request))));
        routes.authorized("GET", "/api/client-registry", (request, caller) -> FakeResponse.json(200, rows()));
        routes.authorized("POST", "/api/client-registry/open", (request, caller) -> open(request));
        routes.authorized("POST", "/api/client-registry/confirm", (request, caller) -> confirm(request));
    }

    @Override
    public void clear() {
        registry.clear();
    }

    private Registration read(FakeRequest request) {
        Body body = Body.of(request);
        String username = Forms.username(body.text("username"));
        String password = body.has("password") ? Forms.password(body, "password", state.settings) : null;
        String csr = body.optionalText("csr");
        if (password == null && csr == null) {
            throw Problem.badRequest("password or csr is required");
        }
        return new Registration(
                username,
                new RequestedCredentials(password, csr == null ? null : signingRequest(csr, username)),
                body.texts("roles"),
                Forms.permissions(body, "permissions").stream()
                        .map(ClientRegistryEndpoints::identified)
                        .toList(),
                body.optionalText("context"),
                state.clock.instant());
    }

    private SigningRequest signingRequest(String csr, String username) {
        SigningRequest request;
        try {
            request = SigningRequest.parse(csr);
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest("csr: " + e.getMessage());
        }
        if (state.settings.registryChecksCommonName() && !username.equals(request.commonName())) {
            throw Problem.badRequest("the common name in the csr has to be the username");
        }
        return request;
    }

    private static FakeResponse answer(ClientRegistry.Answer answer) {
        return switch (answer.state()) {
            case LOCKED ->
                Problem.of(423, "Locked", "The client registry is not open").response();
            case CONFLICT -> Problem.conflict("The username is taken").response();
            case PENDING -> FakeResponse.empty(202);
            case GRANTED -> FakeResponse.json(201, granted(answer.certificate()));
        };
    }

    private static Map<String, @Nullable Object> granted(@Nullable X509Certificate certificate) {
        return certificate == null ? Json.object() : Json.object("certificate", Pem.inBase64(certificate));
    }

    private List<Map<String, @Nullable Object>> rows() {
        return registry.rows().stream()
                .map(row -> row(row.request(), row.granted()))
                .toList();
    }

    private Map<String, @Nullable Object> row(Registration request, boolean granted) {
        return Json.object(
                "timestamp", Views.date(request.at()),
                "username", request.username(),
                "credentialType", request.credentialType(),
                "roles", request.roles(),
                "context", request.context(),
                "permissions", shown(Views.permissions(request.permissions())),
                "granted", granted);
    }

    /** The documentation prints one permission as an object. */
    private Object shown(List<Map<String, @Nullable Object>> permissions) {
        return permissions.size() == 1 && !state.settings.saneShapes() ? permissions.get(0) : permissions;
    }

    private FakeResponse open(FakeRequest request) {
        Long millis = request.body().isEmpty() ? null : Body.of(request).optionalInteger("duration");
        if (millis != null && millis < 0) {
            throw Problem.badRequest("duration has to be 0 or more");
        }
        registry.open(millis == null ? ClientRegistry.DEFAULT_WINDOW : Duration.ofMillis(millis));
        return state.views.none();
    }

    private FakeResponse confirm(FakeRequest request) {
        Body body = Body.of(request);
        User user = confirmations.confirm(new Confirmation(
                body.text("username"),
                body.optionalText("mqttPublishPrefix"),
                body.has("grantTypes") ? Forms.grants(body) : null,
                body.has("initialPermissions") ? Forms.permissions(body, "initialPermissions") : null,
                body.texts("roles")));
        return FakeResponse.json(200, state.views.user(user));
    }

    /** With an id, so that the list can show one before there is a role. */
    private static FakePermission identified(FakePermission permission) {
        return permission.id() == null ? permission.withId(UUID.randomUUID().toString()) : permission;
    }
}
