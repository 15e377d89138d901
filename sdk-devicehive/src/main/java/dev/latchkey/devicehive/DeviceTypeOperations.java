package dev.latchkey.devicehive;

import dev.latchkey.core.ApiCall;
import dev.latchkey.core.PagedCall;
import dev.latchkey.core.http.HttpApi;
import org.jspecify.annotations.Nullable;

/**
 * Device types. Reading needs {@link Action#GET_DEVICE_TYPE} and shows those that the token reaches; the rest needs {@link
 * Action#MANAGE_DEVICE_TYPE}. Without it, and for a device type out of the token's reach, calls fail with {@link
 * dev.latchkey.core.ForbiddenException}.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class DeviceTypeOperations {
    private final HttpApi http;

    DeviceTypeOperations(HttpApi http) {
        this.http = http;
    }

    /**
     * Device types in pages: {@code GET /devicetype}.
     *
     * <p>Source: seen.
     *
     * @param query which device types, in which order, and how many at once
     * @return a listing of those that the token reaches, to be read page by page, or as a whole
     */
    public PagedCall<DeviceType, ListPage<DeviceType>> list(NameQuery query) {
        return Inputs.present("query", query)
                .listing()
                .of(DeviceType.JSON, () -> query.filter(http.get("/devicetype")));
    }

    /**
     * How many device types the token reaches: {@code GET /devicetype/count}.
     *
     * <p>Source: seen.
     *
     * @param query which device types; its order and its pages do not matter
     * @return a call that yields the number
     */
    public ApiCall<Long> count(NameQuery query) {
        return Inputs.present("query", query)
                .filter(http.get("/devicetype/count"))
                .returning(answer -> answer.json(Count.JSON).count());
    }

    /**
     * One device type: {@code GET /devicetype/{id}}.
     *
     * <p>Source: seen; the refusal of a foreign one: recorded.
     *
     * @param deviceTypeId its number
     * @return a call that yields it, with its devices; it fails with {@link dev.latchkey.core.NotFoundException} if there is none, or
     *     if its user no longer has it
     */
    public ApiCall<DeviceType> get(long deviceTypeId) {
        return http.get("/devicetype/{id}", deviceTypeId).returning(DeviceType.JSON);
    }

    /**
     * Creates a device type: {@code POST /devicetype}. Repeated only if the server cannot have seen it.
     *
     * <p>Source: seen; the members of the request: inferred.
     *
     * @param name no other device type may have it
     * @param description what it is for; null is not sent
     * @return a call that yields its number; it fails with {@link dev.latchkey.core.ConflictException} if the name is taken, for which
     *     the server's status is 403
     */
    public ApiCall<Long> create(String name, @Nullable String description) {
        return http.post("/devicetype")
                .json(NamedThing.JSON, new NamedThing(Inputs.present("name", name), description))
                .returning(answer -> answer.json(NamedThing.Id.JSON).id());
    }

    /**
     * Changes a device type: {@code PUT /devicetype/{id}}.
     *
     * <p>Source: seen; the members of the request: inferred.
     *
     * @param deviceTypeId its number
     * @param name the name that it is to have, be it the one that it has
     * @param description what it is for; null leaves it as it is (source)
     * @return a call without a value; it fails with {@link dev.latchkey.core.ServerErrorException} if
     *     another device type has the name, which only the server's database sees (source)
     */
    public ApiCall<@Nullable Void> update(long deviceTypeId, String name, @Nullable String description) {
        return http.put("/devicetype/{id}", deviceTypeId)
                .json(NamedThing.JSON, new NamedThing(Inputs.present("name", name), description))
                .returningNothing();
    }

    /**
     * Deletes a device type that has no devices: {@code DELETE /devicetype/{id}}.
     *
     * <p>Source: seen.
     *
     * @param deviceTypeId its number
     * @return a call without a value; it fails with {@link dev.latchkey.core.BadRequestException}, which names the devices, if there
     *     are any
     */
    public ApiCall<@Nullable Void> delete(long deviceTypeId) {
        return http.delete("/devicetype/{id}", deviceTypeId).returningNothing();
    }

    /**
     * Deletes a device type whether it has devices or not: {@code DELETE /devicetype/{id}?force=true}. What becomes of its devices is the
     * server's to say.
     *
     * <p>Source: seen, source.
     *
     * @param deviceTypeId its number
     * @return a call without a value
     */
    public ApiCall<@Nullable Void> deleteWithDevices(long deviceTypeId) {
        return http.delete("/devicetype/{id}", deviceTypeId)
                .query("force", true)
                .returningNothing();
    }
}
