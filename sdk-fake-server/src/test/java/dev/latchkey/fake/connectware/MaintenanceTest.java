package dev.latchkey.fake.connectware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.fake.Client;
import dev.latchkey.fake.Client.Answer;
import dev.latchkey.fake.Tested;
import dev.latchkey.fake.internal.Json;
import dev.latchkey.fake.internal.Sha256;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.RequestBody;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Backups and restores of the database, on the fake's clock. */
class MaintenanceTest {
    private static final MediaType BINARY = MediaType.get("application/octet-stream");
    private static final byte[] DUMP = {0, (byte) 0xff, (byte) 0xc3, 13, 10, 0};

    @Tested
    final FakeConnectware fake = FakeConnectware.withAdmin("admin", "secret");

    private final Client client = new Client(fake);

    @BeforeEach
    void stopTheClock() {
        fake.clock().set(Instant.parse("2025-06-27T06:20:08.189Z")).freeze();
    }

    @Test
    void nothingHasHappenedAtFirst() throws Exception {
        assertThat(status()).isEqualTo(Json.object("running", false, "backup", null, "restore", null));
    }

    @Test
    void aRestoreRunsForAWhileAndIsDone() throws Exception {
        assertThat(restore(RequestBody.create(DUMP, BINARY)).status()).isEqualTo(202);

        fake.clock().advance(Duration.ofSeconds(10).minusNanos(1));
        assertThat(status()).containsEntry("running", true);
        assertThat(part("restore"))
                .containsEntry("succeeded", false)
                .containsEntry("statusMessage", "running")
                .containsEntry("startDate", "2025-06-27T06:20:08.189Z")
                .containsEntry("endDate", null);

        fake.clock().advance(Duration.ofNanos(1));
        assertThat(status()).containsEntry("running", false).containsEntry("backup", null);
        assertThat(part("restore"))
                .containsEntry("succeeded", true)
                .containsEntry("statusMessage", "done")
                .containsEntry("endDate", "2025-06-27T06:20:18.189Z");
    }

    @Test
    void aBackupIsStartedByTheTest() throws Exception {
        fake.settings().databaseTaskDuration(Duration.ofMinutes(2));
        fake.database().startBackup();
        assertThat(fake.database().isRunning()).isTrue();

        fake.clock().advance(Duration.ofMinutes(2));

        assertThat(fake.database().isRunning()).isFalse();
        assertThat(part("backup"))
                .containsEntry("succeeded", true)
                .containsEntry("endDate", "2025-06-27T06:22:08.189Z");
    }

    @Test
    void aFailureIsToldInTheEndAndOnce() throws Exception {
        fake.database().failNext("disk full");
        restore(RequestBody.create(DUMP, BINARY));
        assertThat(part("restore")).containsEntry("statusMessage", "running");

        fake.clock().advance(Duration.ofSeconds(10));
        assertThat(part("restore")).containsEntry("succeeded", false).containsEntry("statusMessage", "disk full");
        Object failed = part("restore").get("id");

        restore(RequestBody.create(DUMP, BINARY));
        fake.clock().advance(Duration.ofSeconds(10));
        assertThat(part("restore")).containsEntry("succeeded", true);
        assertThat(part("restore").get("id")).isNotEqualTo(failed);
    }

    @Test
    void oneTaskRunsAtATime() throws Exception {
        restore(RequestBody.create(DUMP, BINARY));

        assertThat(restore(RequestBody.create(DUMP, BINARY)).status()).isEqualTo(409);
        assertThat(fake.database().restores()).hasSize(1);
        assertThatThrownBy(() -> fake.database().startBackup()).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void theOtherSpellingIsASwitch() throws Exception {
        fake.database().startBackup();
        fake.settings().misspeltSucceeded(true);

        assertThat(part("backup")).containsEntry("succeded", false).doesNotContainKey("succeeded");
    }

    @Test
    void aRawBodyIsKeptAsLengthAndHash() throws Exception {
        restore(RequestBody.create(DUMP, BINARY));

        assertThat(fake.database().restores())
                .containsExactly(new RestoreUpload(null, null, DUMP.length, Sha256.hex(DUMP)));
    }

    @Test
    void aRequestWithoutABodyIsARestoreToo() throws Exception {
        assertThat(restore(RequestBody.create(new byte[0], null)).status()).isEqualTo(202);

        assertThat(fake.database().restores())
                .containsExactly(new RestoreUpload(null, null, 0, Sha256.hex(new byte[0])));
    }

    @Test
    void theFileOfAMultipartBodyIsKeptAsLengthAndHash() throws Exception {
        restore(new MultipartBody.Builder()
                .setType(MultipartBody.FORM)
                .addFormDataPart("comment", "LEAK7Q4Z")
                .addFormDataPart("backup", "db.dump", RequestBody.create(DUMP, BINARY))
                .build());

        assertThat(fake.database().restores())
                .containsExactly(new RestoreUpload("backup", "db.dump", DUMP.length, Sha256.hex(DUMP)));
    }

    @Test
    void aPartWithoutAFileNameWillDo() throws Exception {
        restore(new MultipartBody.Builder()
                .setType(MultipartBody.FORM)
                .addFormDataPart("file", null, RequestBody.create(DUMP, BINARY))
                .addFormDataPart("comment", "none")
                .build());

        assertThat(fake.database().restores())
                .containsExactly(new RestoreUpload("file", null, DUMP.length, Sha256.hex(DUMP)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"multipart/form-data", "multipart/form-data; boundary=b"})
    void aBodyThatIsNotTheMultipartItSaysIsA400(String type) throws Exception {
        Answer answer = restore(RequestBody.create(DUMP, MediaType.get(type)));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(status()).containsEntry("running", false);
        assertThat(fake.database().restores()).isEmpty();
    }

    @Test
    void theContentIsNotInTheJournal() throws Exception {
        byte[] secret = "LEAK7Q4Z".repeat(3).getBytes(java.nio.charset.StandardCharsets.UTF_8);
        restore(new MultipartBody.Builder()
                .setType(MultipartBody.FORM)
                .addFormDataPart("backup", "db.dump", RequestBody.create(secret, BINARY))
                .build());
        fake.clock().advance(Duration.ofSeconds(10));
        restore(RequestBody.create(secret, BINARY));

        assertThat(fake.journal().requests().toString()).doesNotContain("LEAK7Q4Z");
        assertThat(fake.journal().requests().get(1).body()).isEqualTo("(24 bytes of application/octet-stream)");
    }

    @Test
    void maintenanceWantsAToken() throws Exception {
        assertThat(client.get("/api/maintenance/db").status()).isEqualTo(401);
        assertThat(client.send("POST", "/api/maintenance/db/restore", null).status())
                .isEqualTo(401);
    }

    @Test
    void aResetForgetsAll() throws Exception {
        fake.settings().databaseTaskDuration(Duration.ofDays(1)).misspeltSucceeded(true);
        restore(RequestBody.create(DUMP, BINARY));
        fake.database().failNext("disk full");

        fake.reset();

        assertThat(fake.database().restores()).isEmpty();
        assertThat(status()).isEqualTo(Json.object("running", false, "backup", null, "restore", null));
        fake.database().startBackup();
        fake.clock().advance(Duration.ofSeconds(10));
        assertThat(part("backup")).containsEntry("succeeded", true);
    }

    private Answer restore(RequestBody body) throws IOException {
        return client.send("POST", "/api/maintenance/db/restore", body, "Authorization", bearer());
    }

    private Map<String, Object> part(String name) throws IOException {
        return Json.asObject(status().get(name));
    }

    private Map<String, Object> status() throws IOException {
        Answer answer = client.get("/api/maintenance/db", "Authorization", bearer());
        assertThat(answer.status()).isEqualTo(200);
        return answer.members();
    }

    private String bearer() {
        return "Bearer " + fake.logIn("admin").token();
    }
}
