package dev.latchkey.fake.devicehive;

/**
 * A device.
 *
 * @param id its id
 * @param name its name
 * @param networkId the number of its network
 * @param deviceTypeId the number of its device type
 */
public record FakeDevice(String id, String name, long networkId, long deviceTypeId) {
    /** A device with an id that is not blank. */
    public FakeDevice {
        if (id.isBlank()) {
            throw new IllegalArgumentException("a device needs an id");
        }
    }
}
