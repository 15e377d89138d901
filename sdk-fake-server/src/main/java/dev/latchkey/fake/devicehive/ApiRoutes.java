package dev.latchkey.fake.devicehive;

import dev.latchkey.fake.FakeHandler;
import dev.latchkey.fake.FakeRequest;
import dev.latchkey.fake.devicehive.Gate.Reading;
import dev.latchkey.fake.devicehive.Gate.Writing;

/** Where endpoints of the server's frontend are added: below a path of their own, and only as long as there is a frontend. */
final class ApiRoutes {
    private final FakeDeviceHive fake;
    private final String prefix;
    private final DeviceHiveSettings settings;
    private final Gate gate;

    ApiRoutes(FakeDeviceHive fake, String prefix, Hive hive) {
        this.fake = fake;
        this.prefix = prefix;
        settings = hive.settings;
        gate = hive.gate;
    }

    void open(String method, String path, FakeHandler endpoint) {
        add(method, path, gate.query(endpoint));
    }

    void reading(String method, String path, int action, Reading endpoint) {
        add(method, path, gate.reading(action, endpoint));
    }

    void writing(String method, String path, int action, Writing endpoint) {
        add(method, path, gate.writing(action, endpoint));
    }

    private void add(String method, String path, FakeHandler handler) {
        fake.handle(method, prefix + path, request -> {
            if (!settings.deviceApi()) {
                gate.caller(request);
                throw Errors.framework(404);
            }
            return handler.handle(request);
        });
    }

    /** A number in the path; what is none is no path of the server's. */
    static long number(FakeRequest request, String variable) {
        try {
            return Long.parseLong(request.pathVariable(variable));
        } catch (NumberFormatException e) {
            throw Errors.framework(404);
        }
    }
}
