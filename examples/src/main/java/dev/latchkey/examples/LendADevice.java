package dev.latchkey.examples;

import dev.latchkey.controlbyweb.ControlByWebClient;
import dev.latchkey.controlbyweb.DeviceAccessToken;
import dev.latchkey.controlbyweb.DeviceAccessTokens;
import dev.latchkey.fake.controlbyweb.FakeControlByWeb;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** Let somebody without a login use one device of ControlByWeb for a while. */
public final class LendADevice {
    private LendADevice() {}

    public static void main(String[] args) {
        try (FakeControlByWeb fake = FakeControlByWeb.withUser("jane", "secret");
                ControlByWebClient client = ControlByWebClient.builder()
                        .baseUrl(fake.baseUrl())
                        .credentials("jane", "secret")
                        .build()) {
            lend(
                    client,
                    token -> System.out.println("tokens in use: "
                            + fake.deviceAccessTokens(1234, 17).size()));
            System.out.println(
                    "tokens left: " + fake.deviceAccessTokens(1234, 17).size());
        }
    }

    static void lend(ControlByWebClient client, Consumer<String> guest) {
        DeviceAccessTokens tokens = client.deviceAccessTokens(1234, 17); // the numbers of the account and the device
        List<DeviceAccessToken> made = tokens.create(Duration.ofMinutes(5)).execute();
        DeviceAccessToken token = made.get(0); // more than one if somebody else has made one meanwhile
        guest.accept(token.token());
        tokens.delete(token.token()).execute();
    }
}
