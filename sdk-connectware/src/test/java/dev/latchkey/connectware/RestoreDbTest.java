package dev.latchkey.connectware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.core.InvalidInputException;
import dev.latchkey.core.TransportException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestoreDbTest extends ServerTest {
    @TempDir
    Path folder;

    @Test
    void aFileGoesAsThePartOfAForm() throws Exception {
        Path file = Files.writeString(folder.resolve("db.tar.gz"), "the backup");
        answer(202);

        client().maintenance()
                .restoreDb(DbBackup.of(file).contentType("application/gzip"))
                .execute();

        RecordedRequest request = restored();
        assertThat(request.getHeaders().get("Content-Type")).startsWith("multipart/form-data; boundary=");
        assertThat(request.getHeaders().get("Content-Length"))
                .isEqualTo(String.valueOf(request.getBody().size()));
        assertThat(request.getBody().utf8())
                .contains("Content-Disposition: form-data; name=\"file\"; filename=\"db.tar.gz\"\r\n")
                .contains("Content-Type: application/gzip\r\n")
                .contains("\r\n\r\nthe backup\r\n--");
    }

    @Test
    void thePartHasTheNameThatTheServerWants() throws Exception {
        answer(202);

        client().maintenance()
                .restoreDb(DbBackup.of("bytes".getBytes(StandardCharsets.UTF_8), "x")
                        .partName("backup"))
                .execute();

        assertThat(restored().getBody().utf8()).contains("name=\"backup\"; filename=\"x\"");
    }

    @Test
    void theBackupMayBeTheWholeBody() throws Exception {
        byte[] content = "bytes".getBytes(StandardCharsets.UTF_8);
        DbBackup backup = DbBackup.of(content, "x").raw();
        content[0] = 'B';
        answer(204);

        client().maintenance().restoreDb(backup).execute();

        RecordedRequest request = restored();
        assertThat(request.getHeaders().get("Content-Type")).isEqualTo("application/octet-stream");
        assertThat(request.getBody().utf8()).isEqualTo("bytes");
    }

    @Test
    void aFileThatGoesMissingFailsTheCall() throws IOException {
        Path file = Files.writeString(folder.resolve("db"), "x");
        DbBackup backup = DbBackup.of(file);
        Files.delete(file);
        ConnectwareClient client = client();

        assertThatThrownBy(() -> client.maintenance().restoreDb(backup).execute())
                .isInstanceOf(TransportException.class);
    }

    @Test
    void whatIsNoBackupIsRefused() {
        assertThatThrownBy(() -> DbBackup.of(folder.resolve("missing"))).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> DbBackup.of(folder)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> DbBackup.of(new byte[0], "x")).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> DbBackup.of(new byte[1], " ")).isInstanceOf(InvalidInputException.class);
        DbBackup backup = DbBackup.of(new byte[1], "x");
        assertThatThrownBy(() -> backup.contentType("gzip")).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> backup.partName("")).isInstanceOf(InvalidInputException.class);
        assertThat(backup).hasToString("DbBackup[x]");
    }

    private RecordedRequest restored() throws InterruptedException {
        RecordedRequest login = taken();
        assertThat(login.getTarget()).isEqualTo("/api/login");
        return taken();
    }
}
