package dev.latchkey.fake.connectware;

import dev.latchkey.fake.FakeRequest;
import dev.latchkey.fake.FakeResponse;

/** The status of the database, backing it up and restoring it. */
final class MaintenanceEndpoints implements Endpoints {
    private final DatabaseTasks tasks;

    MaintenanceEndpoints(DatabaseTasks tasks) {
        this.tasks = tasks;
    }

    @Override
    public void register(Routes routes) {
        routes.authorized("GET", "/api/maintenance/db", (request, caller) -> FakeResponse.json(200, tasks.status()));
        routes.authorized("POST", "/api/maintenance/db/backup", (request, caller) -> backup());
        routes.authorized("POST", "/api/maintenance/db/restore", (request, caller) -> restore(request));
    }

    @Override
    public void clear() {
        tasks.clear();
    }

    private FakeResponse backup() {
        if (!tasks.startBackup()) {
            throw Problem.conflict("A backup or a restore is running");
        }
        return FakeResponse.empty(202);
    }

    private FakeResponse restore(FakeRequest request) {
        RestoreUpload upload;
        try {
            upload = RestoreUploads.read(request);
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest(String.valueOf(e.getMessage()));
        }
        if (!tasks.startRestore(upload)) {
            throw Problem.conflict("A backup or a restore is running");
        }
        return FakeResponse.empty(202);
    }
}
