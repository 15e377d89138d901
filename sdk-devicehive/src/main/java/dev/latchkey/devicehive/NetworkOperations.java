package dev.latchkey.devicehive;

import dev.latchkey.core.ApiCall;
import dev.latchkey.core.PagedCall;
import dev.latchkey.core.http.HttpApi;
import org.jspecify.annotations.Nullable;

/**
 * Networks. Reading needs {@link Action#GET_NETWORK} and shows those that the token reaches; the rest needs {@link
 * Action#MANAGE_NETWORK}. Without it, and for a network out of the token's reach, calls fail with {@link
 * dev.latchkey.core.ForbiddenException}.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class NetworkOperations {
    private final HttpApi http;

    NetworkOperations(HttpApi http) {
        this.http = http;
    }

    /**
     * Networks in pages: {@code GET /network}.
     *
     * <p>Source: recorded.
     *
     * @param query which networks, in which order, and how many at once
     * @return a listing of those that the token reaches, to be read page by page, or as a whole
     */
    public PagedCall<Network, ListPage<Network>> list(NameQuery query) {
        return Inputs.present("query", query).listing().of(Network.JSON, () -> query.filter(http.get("/network")));
    }

    /**
     * How many networks the token reaches: {@code GET /network/count}.
     *
     * <p>Source: seen.
     *
     * @param query which networks; its order and its pages do not matter
     * @return a call that yields the number
     */
    public ApiCall<Long> count(NameQuery query) {
        return Inputs.present("query", query)
                .filter(http.get("/network/count"))
                .returning(answer -> answer.json(Count.JSON).count());
    }

    /**
     * One network: {@code GET /network/{id}}.
     *
     * <p>Source: seen; the refusal of a foreign one: recorded.
     *
     * @param networkId its number
     * @return a call that yields it, with its devices; it fails with {@link dev.latchkey.core.NotFoundException} if there is none, or
     *     if its user no longer has it
     */
    public ApiCall<Network> get(long networkId) {
        return http.get("/network/{id}", networkId).returning(Network.JSON);
    }

    /**
     * Creates a network: {@code POST /network}. Repeated only if the server cannot have seen it.
     *
     * <p>Source: seen; the members of the request: inferred.
     *
     * @param name no other network may have it
     * @param description what it is for; null is not sent
     * @return a call that yields its number; it fails with {@link dev.latchkey.core.ConflictException} if the name is taken, for which
     *     the server's status is 403
     */
    public ApiCall<Long> create(String name, @Nullable String description) {
        return http.post("/network")
                .json(NamedThing.JSON, new NamedThing(Inputs.present("name", name), description))
                .returning(answer -> answer.json(NamedThing.Id.JSON).id());
    }

    /**
     * Changes a network: {@code PUT /network/{id}}.
     *
     * <p>Source: seen; the members of the request: inferred.
     *
     * @param networkId its number
     * @param name the name that it is to have, be it the one that it has
     * @param description what it is for; null leaves it as it is (source)
     * @return a call without a value; it fails with {@link dev.latchkey.core.ServerErrorException} if
     *     another network has the name, which only the server's database sees (source)
     */
    public ApiCall<@Nullable Void> update(long networkId, String name, @Nullable String description) {
        return http.put("/network/{id}", networkId)
                .json(NamedThing.JSON, new NamedThing(Inputs.present("name", name), description))
                .returningNothing();
    }

    /**
     * Deletes a network that has no devices: {@code DELETE /network/{id}}.
     *
     * <p>Source: seen.
     *
     * @param networkId its number
     * @return a call without a value; it fails with {@link dev.latchkey.core.BadRequestException}, which names the devices, if there
     *     are any
     */
    public ApiCall<@Nullable Void> delete(long networkId) {
        return http.delete("/network/{id}", networkId).returningNothing();
    }

    /**
     * Deletes a network whether it has devices or not: {@code DELETE /network/{id}?force=true}. What becomes of its devices is the
     * server's to say.
     *
     * <p>Source: seen, source.
     *
     * @param networkId its number
     * @return a call without a value
     */
    public ApiCall<@Nullable Void> deleteWithDevices(long networkId) {
        return http.delete("/network/{id}", networkId).query("force", true).returningNothing();
    }
}
