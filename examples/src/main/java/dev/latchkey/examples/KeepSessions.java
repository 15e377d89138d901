package dev.latchkey.examples;

import dev.latchkey.controlbyweb.ControlByWebClient;
import dev.latchkey.core.store.EncryptedTokenStore;
import dev.latchkey.core.store.FileTokenStore;
import dev.latchkey.core.store.TokenStore;
import dev.latchkey.fake.controlbyweb.FakeControlByWeb;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javax.crypto.KeyGenerator;
import javax.crypto.SecretKey;

/** A session that survives a restart: kept in a file, sealed with a key of yours. The second start needs no login. */
public final class KeepSessions {
    private KeepSessions() {}

    public static void main(String[] args) throws IOException, NoSuchAlgorithmException {
        Path folder = Files.createTempDirectory("latchkey-example");
        try (FakeControlByWeb fake = FakeControlByWeb.withUser("jane", "secret")) {
            SecretKey key = KeyGenerator.getInstance("AES").generateKey(); // yours comes from a keystore
            run(fake.baseUrl(), folder.resolve("sessions"), key);
            run(fake.baseUrl(), folder.resolve("sessions"), key);
            System.out.println("logins: " + fake.journal().count("POST", "/v1/auth/token"));
        } finally {
            delete(folder);
        }
    }

    static void run(String baseUrl, Path folder, SecretKey key) {
        try (ControlByWebClient client = open(baseUrl, folder, key)) {
            client.certificateRequestTokens(1234).create().execute();
            System.out.println("tokens: "
                    + client.certificateRequestTokens(1234).list().execute().size());
        }
    }

    private static ControlByWebClient open(String baseUrl, Path folder, SecretKey key) {
        TokenStore store = EncryptedTokenStore.over(FileTokenStore.at(folder), key);
        return ControlByWebClient.builder()
                .baseUrl(baseUrl)
                .credentials("jane", "secret")
                .tokenStore(store)
                .build();
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.delete(file);
            }
        }
    }
}
