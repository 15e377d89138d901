package dev.latchkey.examples.tour;

import dev.latchkey.connectware.ConnectwareClient;
import dev.latchkey.connectware.NewRegistration;
import dev.latchkey.connectware.Registration;
import dev.latchkey.connectware.RegistrationConfirmation;
import dev.latchkey.connectware.RegistrationRequest;
import dev.latchkey.core.auth.OneTimePassword;
import dev.latchkey.fake.connectware.FakeConnectware;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A person with a second factor, and a device without a person. */
record ConnectwareDevices(Story story, ConnectwareClient client, FakeConnectware fake, Runnable tellWire) {
    private static final String PERSON = "jane";
    private static final String PASSWORD = "battery staple";
    private static final String DEVICE = "iot.device.0123456";
    private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);

    void run() throws Exception {
        story.step("Log in with a second factor", this::secondFactor);
        story.step("A device registers, and is let in", this::register);
    }

    private void secondFactor() {
        fake.enrolForMfa(PERSON);
        int logins = fake.journal().count("POST", "/api/mfa/login");
        try (ConnectwareClient jane = ConnectwareClient.builder()
                .baseUrl(fake.baseUrl())
                .credentials(PERSON, PASSWORD)
                .oneTimePassword(OneTimePassword.unattended(() -> fake.oneTimePassword(PERSON)))
                .build()) {
            String name = jane.auth().session().execute().username();
            tellWire.run();
            story.expect("who is logged in", PERSON, String.valueOf(name));
            story.expect("codes sent", 1, fake.journal().count("POST", "/api/mfa/login") - logins);
        }
        story.says("the server asked for a one-time password, and the client answered by itself");
    }

    private void register() throws Exception {
        NewRegistration registration = NewRegistration.builder(DEVICE)
                .password(PASSWORD)
                .context("serial number 0123456")
                .build();
        try (ConnectwareClient device =
                ConnectwareClient.builder().baseUrl(fake.baseUrl()).build()) {
            Registration before = device.clientRegistry().register(registration).execute();
            client.clientRegistry().open(FIVE_MINUTES).execute();
            Registration first = device.clientRegistry().register(registration).execute();
            List<RegistrationRequest> asking = client.clientRegistry().list().execute();
            client.clientRegistry()
                    .confirm(RegistrationConfirmation.builder(DEVICE).build())
                    .execute();
            CompletableFuture<Registration> decided = device.clientRegistry()
                    .registerAndWait(registration, FIVE_MINUTES)
                    .executeAsync();
            boolean granted = decided.get() instanceof Registration.Granted;
            tellWire.run();
            story.expect("before the registry is open", new Registration.Locked(), before);
            story.expect("before the administrator has decided", new Registration.Pending(), first);
            story.expect("requests that wait", 1, asking.size());
            story.expect("granted in the end", true, granted);
            story.says(DEVICE + " was locked out, then pending, then granted");
        }
    }
}
