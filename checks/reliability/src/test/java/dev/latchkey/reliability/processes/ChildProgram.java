package dev.latchkey.reliability.processes;

import dev.latchkey.controlbyweb.ControlByWebClient;
import dev.latchkey.core.ApiException;
import dev.latchkey.core.auth.SessionListener;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;

/** An application that calls a server all the time, as a process of its own. It obeys commands, and ends with its parent. */
final class ChildProgram {
    private static final int ORPHANED = 3;

    private final ControlByWebClient client;
    private final WatchedStore store;
    private final Load load;
    private final Voice voice;

    private ChildProgram(ChildSettings settings, Voice voice) throws SQLException {
        this.voice = voice;
        this.store = new WatchedStore(Stores.pooled(settings.store()), voice);
        ControlByWebClient.Builder builder = ControlByWebClient.builder()
                .baseUrl(settings.baseUrl())
                .identity(settings.identity())
                .tokenStore(store)
                .listener(aloud(voice));
        if (settings.hasCredentials()) {
            builder.credentials(Account.USERNAME, System.getenv(ChildSettings.PASSWORD_VARIABLE));
        }
        this.client = builder.build();
        this.load = new Load(client, settings, voice);
    }

    public static void main(String[] arguments) throws Exception {
        Voice voice = new Voice(System.out);
        ChildProgram program = new ChildProgram(ChildSettings.parse(arguments), voice);
        voice.event(Event.READY);
        program.obey();
    }

    private void obey() throws IOException, InterruptedException {
        BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = commands.readLine(); line != null; line = commands.readLine()) {
            int space = line.indexOf(' ');
            String number = line.substring(0, space);
            Command command = Command.valueOf(line.substring(space + 1));
            switch (command) {
                case GO -> {
                    load.start();
                    voice.answer(number, "");
                }
                case NEXT_SUCCESS -> load.onNextSuccess(() -> voice.answer(number, ""));
                case RENEW -> renew(number);
                case FAIL_NEXT_SAVE -> {
                    store.failNextSave();
                    voice.answer(number, "");
                }
                case STOP_BEFORE_SENDING -> {
                    store.stopBeforeSending();
                    voice.answer(number, "");
                }
                case GO_ON -> {
                    store.goOn();
                    voice.answer(number, "");
                }
                case COUNT -> voice.answer(number, tally().words());
                case STOP -> {
                    load.stop();
                    client.close();
                    voice.answer(number, tally().words());
                    return;
                }
            }
        }
        Runtime.getRuntime().halt(ORPHANED);
    }

    private void renew(String number) {
        CompletableFuture<?> unused = client.session()
                .renew()
                .executeAsync()
                .whenComplete(
                        (state, failure) -> voice.answer(number, failure == null ? "renewed" : Voice.oneLine(failure)));
    }

    private Tally tally() {
        return new Tally(load.calls(), load.failures(), store.saves(), store.saving());
    }

    private static SessionListener aloud(Voice voice) {
        return new SessionListener() {
            @Override
            public void renewed() {
                voice.event(Event.RENEWED);
            }

            @Override
            public void renewalFailed(ApiException cause) {
                voice.event(Event.RENEWAL_FAILED, cause);
            }

            @Override
            public void storeFailed(Exception cause) {
                voice.event(Event.STORE_FAILED, cause);
            }
        };
    }
}
