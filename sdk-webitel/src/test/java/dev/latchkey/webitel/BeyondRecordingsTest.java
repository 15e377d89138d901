package dev.latchkey.webitel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.latchkey.core.ApiCall;
import dev.latchkey.core.ApiException;
import dev.latchkey.core.BadRequestException;
import dev.latchkey.core.ForbiddenException;
import dev.latchkey.core.MfaRequiredException;
import dev.latchkey.core.NotFoundException;
import dev.latchkey.core.ServerErrorException;
import dev.latchkey.core.SessionExpiredException;
import dev.latchkey.core.UnauthorizedException;
import dev.latchkey.testsupport.JsonTree;
import dev.latchkey.testsupport.RecordedExchange;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Answers that the real server gave beyond its auth page. Which call each is the answer to is told by its method and path, so
 * that one which is added is tried without a change here.
 */
class BeyondRecordingsTest {
    private static final List<RecordedExchange> RECORDINGS = RecordedExchange.beyond("webitel").stream()
            .filter(recording -> recording.response().isAnswered())
            .toList();

    @TestFactory
    Stream<DynamicTest> eachIsWhatItMeans() {
        return RECORDINGS.stream().map(recording -> dynamicTest(recording.name(), () -> replay(recording)));
    }

    @Test
    void allRecordingsAreThere() {
        assertThat(RECORDINGS).hasSizeGreaterThanOrEqualTo(30);
    }

    private static void replay(RecordedExchange recording) throws Exception {
        try (MockWebServer server = new MockWebServer()) {
            server.enqueue(recording.response().replay());
            server.start();
            try (WebitelClient client = WebitelClient.builder()
                    .baseUrl(server.url("/").toString())
                    .domainToken("some-token")
                    .build()) {
                check(recording, call(recording, client));
            }
            RecordedRequest sent = server.takeRequest();
            assertThat(sent.getMethod()).isEqualTo(recording.method());
            assertThat(sent.getUrl().encodedPath()).isEqualTo(recording.target().replaceFirst("\\?.*", ""));
        }
    }

    private static void check(RecordedExchange recording, ApiCall<?> call) {
        Map<?, ?> said = (Map<?, ?>) JsonTree.parse(recording.response().body());
        int status = recording.response().status();
        if (status == 200) {
            Object info = said.containsKey("info") ? said.get("info") : said;
            Object value = call.execute();
            if (value instanceof Boolean done) {
                String counted = recording.method().equals("PATCH") ? "n" : "nModified";
                assertThat(done).isEqualTo(JsonTree.of(1).equals(((Map<?, ?>) info).get(counted)));
            } else {
                checkValue(value, said, info);
            }
            return;
        }
        ApiException e = assertThrows(ApiException.class, call::execute);
        boolean ended = "Token Expired".equals(said.get("info"));
        assertThat(e).isExactlyInstanceOf(ended ? SessionExpiredException.class : expected(status));
        assertThat(e.serverMessage()).hasValue(((String) said.get("info")).trim());
    }

    private static Class<? extends ApiException> expected(int status) {
        return switch (status) {
            case 301 -> MfaRequiredException.class;
            case 400 -> BadRequestException.class;
            case 401 -> UnauthorizedException.class;
            case 403 -> ForbiddenException.class;
            case 404 -> NotFoundException.class;
            case 500 -> ServerErrorException.class;
            default -> throw new AssertionError("say here what status " + status + " means");
        };
    }

    private static ApiCall<?> call(RecordedExchange recording, WebitelClient client) {
        String[] path = recording.target().replaceFirst("\\?.*", "").split("/", -1);
        String last = path[path.length - 1];
        return switch (path.length > 3 ? path[3] : last) {
            case "login" -> client.auth().login("110@north.example", "secret");
            case "whoami" -> client.whoami();
            case "domains" -> domainToken(recording, client.domainTokens(path[4]), last);
            case "acl" -> role(recording, client.roles(), last);
            case "settings" -> security(recording, client.security());
            case "accounts" -> account(recording, client.accounts("north.example"), last);
            default -> throw new AssertionError("say here what calls " + recording.target());
        };
    }

    private static ApiCall<?> domainToken(RecordedExchange recording, DomainTokens tokens, String uuid) {
        return switch (recording.method()) {
            case "POST" -> tokens.create("user", Instant.parse("2026-12-01T00:00:00Z"));
            case "PATCH" -> tokens.setEnabled(uuid, recording.requestBody().contains("true"));
            case "DELETE" -> tokens.delete(uuid);
            default -> tokens.list();
        };
    }

    private static ApiCall<?> role(RecordedExchange recording, Roles roles, String name) {
        return switch (recording.method()) {
            case "POST" -> roles.create(NewRole.builder("shift-lead").build());
            case "PUT" -> roles.replaceRights(name, Map.of());
            case "DELETE" -> roles.delete(name);
            default -> name.equals("roles") ? roles.list() : roles.get(name);
        };
    }

    private static ApiCall<?> security(RecordedExchange recording, Security security) {
        if (recording.method().equals("PUT")) {
            return recording.requestBody().contains("setEnable") ? security.setEnabled(true) : security.newSecret();
        }
        return recording.target().contains("code=") ? security.get("234577") : security.get();
    }

    private static ApiCall<?> account(RecordedExchange recording, Accounts accounts, String id) {
        return switch (recording.method()) {
            case "POST" -> accounts.create(NewAccount.builder("110", "user").build());
            case "PUT" -> accounts.update(id, AccountUpdate.builder().build());
            case "DELETE" -> accounts.delete(id);
            default -> id.equals("accounts") ? accounts.list() : accounts.get(id);
        };
    }

    private static void checkValue(Object value, Map<?, ?> said, Object info) {
        if (value instanceof WhoAmI me) {
            assertThat(me.id()).isEqualTo(said.get("id"));
            assertThat(me.domain()).isEqualTo(said.get("domain"));
            assertThat(me.roleName()).isEqualTo(said.get("roleName"));
            assertThat(JsonTree.of(me.acl().rights())).isEqualTo(said.get("acl"));
            assertThat(millis(me.expires())).isEqualTo(said.get("expires"));
            assertThat(me.verto()).isEqualTo(said.get("verto"));
        } else if (value instanceof NewDomainToken made) {
            assertThat(made.token()).isEqualTo(((Map<?, ?>) info).get("token"));
            checkToken(made.info(), (Map<?, ?>) ((Map<?, ?>) info).get("data"));
        } else if (value instanceof RoleList list) {
            assertThat(JsonTree.object("roles", list.roles(), "parents", list.parents()))
                    .isEqualTo(info);
        } else if (value instanceof Acl acl) {
            assertThat(JsonTree.of(acl.rights())).isEqualTo(info);
        } else if (value instanceof Confirmation confirmation) {
            assertThat(confirmation.info()).isEqualTo(info);
        } else if (value instanceof SecuritySettings settings) {
            assertThat(settings.enabled()).isEqualTo(said.get("enabled"));
            assertThat(settings.secret()).isEqualTo(said.get("secret"));
            String uri =
                    settings.enrollment() == null ? null : settings.enrollment().uri();
            assertThat(uri).isEqualTo(settings.secret() == null ? null : said.get("qr_data"));
        } else if (value instanceof AccountDetails details) {
            assertThat(details.text() == null ? details.values() : details.text())
                    .isEqualTo(info);
        } else if (value instanceof Map<?, ?> accounts) {
            assertThat(accounts.keySet()).isEqualTo(((Map<?, ?>) info).keySet());
        } else {
            checkTokens((List<?>) value, (List<?>) info);
        }
    }

    private static void checkTokens(List<?> domains, List<?> said) {
        assertThat(domains).hasSameSizeAs(said);
        for (int i = 0; i < said.size(); i++) {
            List<DomainTokenInfo> tokens = ((TokensOfDomain) domains.get(i)).tokens();
            List<?> recorded = (List<?>) ((Map<?, ?>) said.get(i)).get("tokens");
            assertThat(tokens).hasSameSizeAs(recorded);
            for (int j = 0; j < tokens.size(); j++) {
                checkToken(tokens.get(j), (Map<?, ?>) recorded.get(j));
            }
        }
    }

    /** An end that is no number is none. */
    private static void checkToken(DomainTokenInfo info, Map<?, ?> said) {
        assertThat(info.uuid()).isEqualTo(said.get("uuid"));
        assertThat(info.roleName()).isEqualTo(said.get("roleName"));
        assertThat(info.createdBy()).isEqualTo(said.get("createdBy"));
        assertThat(info.enabled()).isEqualTo(said.get("enabled"));
        assertThat(millis(info.createdOn())).isEqualTo(said.get("createdOn"));
        if (info.expires() == null) {
            assertThat((String) said.get("expire")).contains("T");
        } else {
            assertThat(Objects.toString(millis(info.expires()))).isEqualTo(Objects.toString(said.get("expire")));
        }
    }

    private static Object millis(Instant instant) {
        return instant == null ? null : JsonTree.of(instant.toEpochMilli());
    }
}
