package dev.latchkey.devicehive;

import dev.latchkey.core.ApiCall;
import dev.latchkey.core.InvalidInputException;
import dev.latchkey.core.Operation;
import dev.latchkey.core.PagedCall;
import dev.latchkey.core.auth.Credentials;
import dev.latchkey.core.http.HttpApi;
import dev.latchkey.core.http.TwoSteps;
import dev.latchkey.core.json.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Users, and what they may reach. Apart from the current user and reading single networks and types it takes {@link
 * Action#MANAGE_USER}, for one's own number too, and for networks and device types {@link Action#MANAGE_NETWORK} and {@link
 * Action#MANAGE_DEVICE_TYPE}; without it calls fail with {@link dev.latchkey.core.ForbiddenException}. What names a user fails
 * with {@link dev.latchkey.core.NotFoundException} if there is none.
 *
 * <p><b>What the server has cached.</b> Right after a network or device type has been given or taken, the first read shows it and
 * the next ones may show the state before. A login takes what its token reaches from the same cache, so that a token issued right
 * after a network was taken away may still name it. It is right again after any {@link #update} of the user, and when the user logs
 * in more than a second (by default) after its last login.
 *
 * <p><b>What ends a session.</b> Nothing but another {@link UserUpdate.Builder#status status} and {@link #delete}: not another
 * password, role, network or type. A token names what it reaches until it expires.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class UserOperations {
    private final HttpApi http;

    UserOperations(HttpApi http) {
        this.http = http;
    }

    /**
     * The user of this client: {@code GET /user/current}. Needs {@link Action#GET_CURRENT_USER}.
     *
     * <p>Source: recorded.
     *
     * @return a call that yields it, with its networks
     */
    public ApiCall<User> current() {
        return http.get("/user/current").returning(User.JSON);
    }

    /**
     * Changes the user of this client: {@code PUT /user/current}. Needs {@link Action#UPDATE_CURRENT_USER}. If that sets a password,
     * the session is told as by {@link #changePassword(String)}.
     *
     * <p>Source: recorded.
     *
     * @param update what is to change
     * @return a call without a value
     */
    public ApiCall<@Nullable Void> updateCurrent(CurrentUserUpdate update) {
        UserBody body = Inputs.present("update", update).body();
        return body.on(http.put("/user/current")).returningNothing(() -> tellSession(update.login(), body.password()));
    }

    /**
     * Changes the password of the user of this client: reads the user, and sends its data along with the password, since an update
     * without data deletes them. The server does not ask for the old password, and lets all tokens of the user go on, also those of
     * others who know them: to end them, {@linkplain UserUpdate.Builder#status disable} the user for a while.
     *
     * <p>Once the server has accepted it, the session of this client logs in with the new password until a logout, also if it has got
     * the old one from a supplier. Everything else that logs in as this user has to learn it: a supplier should know it first, since the server
     * locks the user at the tenth wrong password. If the answer is lost, it is not known which password holds.
     *
     * <p>Source: recorded.
     *
     * @param newPassword a secret of 6 to 128 characters
     * @return an operation without a value, of two calls
     * @throws InvalidInputException if it is blank, or has more than 128 characters
     */
    public Operation<@Nullable Void> changePassword(String newPassword) {
        String password = Inputs.password(Inputs.require("new password", newPassword));
        return TwoSteps.of(
                current(),
                user -> updateCurrent(
                        CurrentUserUpdate.of(user).password(password).build()));
    }

    /**
     * Sets the password of a user: reads the user, and sends its data along with the password, since an update without data deletes
     * them. No session of the user ends. For the user of this client take {@link #changePassword(String)}, which tells the session.
     *
     * <p>Source: recorded.
     *
     * @param userId its number
     * @param newPassword a secret of 6 to 128 characters
     * @return an operation without a value, of two calls
     * @throws InvalidInputException if it is blank, or has more than 128 characters
     */
    public Operation<@Nullable Void> changePassword(long userId, String newPassword) {
        String password = Inputs.password(Inputs.require("new password", newPassword));
        return TwoSteps.of(
                get(userId),
                user -> update(userId, UserUpdate.of(user).password(password).build()));
    }

    /**
     * Users in pages: {@code GET /user}.
     *
     * <pre>{@code
     * try (Stream<User> users = deviceHive.users().list(UserQuery.all()).stream()) {
     *     users.map(User::login).forEach(System.out::println);
     * }
     * }</pre>
     *
     * <p>Source: recorded.
     *
     * @param query which users, in which order, and how many at once
     * @return a listing to be read page by page, or as a whole; its users tell nothing of their networks
     */
    public PagedCall<User, ListPage<User>> list(UserQuery query) {
        return Inputs.present("query", query).listing().of(User.JSON, () -> query.filter(http.get("/user")));
    }

    /**
     * How many users there are: {@code GET /user/count}.
     *
     * <p>Source: recorded.
     *
     * @param query which users; its order and its pages do not matter
     * @return a call that yields the number
     */
    public ApiCall<Long> count(UserQuery query) {
        return Inputs.present("query", query)
                .filter(http.get("/user/count"))
                .returning(answer -> answer.json(Count.JSON).count());
    }

    /**
     * One user: {@code GET /user/{id}}.
     *
     * <p>Source: recorded.
     *
     * @param userId its number
     * @return a call that yields it, with its networks
     */
    public ApiCall<User> get(long userId) {
        return http.get("/user/{id}", userId).returning(User.JSON);
    }

    /**
     * Creates a user: {@code POST /user}. Repeated only if the server cannot have seen it.
     *
     * <p>Source: recorded.
     *
     * @param user what it is to be
     * @return a call that yields its number; it fails with {@link dev.latchkey.core.ConflictException} if the login is taken (for
     *     which the server's status is 403), and with {@link dev.latchkey.core.BadRequestException} if the server wants another
     *     login or password
     */
    public ApiCall<CreatedUser> create(NewUser user) {
        return Inputs.present("user", user).body().on(http.post("/user")).returning(CreatedUser.JSON);
    }

    /**
     * Changes a user: {@code PUT /user/{id}}. Whoever may do this may set anybody's password and make administrators; an administrator
     * may even take the role from himself, or lock himself out.
     *
     * <p>Source: recorded.
     *
     * @param userId its number
     * @param update what is to change
     * @return a call without a value; it fails with {@link dev.latchkey.core.ConflictException} if the login is taken, and with
     *     {@link dev.latchkey.core.ForbiddenException} if a client changes a login, a role or a status
     */
    public ApiCall<@Nullable Void> update(long userId, UserUpdate update) {
        return Inputs.present("update", update)
                .body()
                .on(http.put("/user/{id}", userId))
                .returningNothing();
    }

    /**
     * Deletes a user, and ends all that its tokens may do: {@code DELETE /user/{id}}. Repeated, so that a {@link
     * dev.latchkey.core.NotFoundException} may also mean that it was done, and its answer lost.
     *
     * <p>Source: recorded.
     *
     * @param userId its number
     * @return a call without a value; it fails with {@link dev.latchkey.core.ForbiddenException} if it is the client's own
     */
    public ApiCall<@Nullable Void> delete(long userId) {
        return http.delete("/user/{id}", userId).returningNothing();
    }

    /**
     * One network of a user: {@code GET /user/{id}/network/{networkId}}. Needs {@link Action#GET_NETWORK}, with which it shows the
     * networks of any user.
     *
     * <p>Source: recorded; the right: source.
     *
     * @param userId the user's number
     * @param networkId the network's number
     * @return a call that yields it; it fails with {@link dev.latchkey.core.NotFoundException} if the user does not have it
     */
    public ApiCall<Network> network(long userId, long networkId) {
        return http.get("/user/{id}/network/{networkId}", userId, networkId).returning(Network.OF_A_USER);
    }

    /**
     * Gives a user a network: {@code PUT /user/{id}/network/{networkId}}. A success also where the user had it. The next read and the
     * next login may not show it yet, see above.
     *
     * <p>Source: recorded.
     *
     * @param userId the user's number
     * @param networkId the network's number
     * @return a call without a value
     */
    public ApiCall<@Nullable Void> assignNetwork(long userId, long networkId) {
        return http.put("/user/{id}/network/{networkId}", userId, networkId).returningNothing();
    }

    /**
     * Takes a network from a user: {@code DELETE /user/{id}/network/{networkId}}. A success also where the user did not have it. Its
     * tokens go on naming it, and the next login may do so, see above.
     *
     * <p>Source: recorded.
     *
     * @param userId the user's number
     * @param networkId the network's number
     * @return a call without a value
     */
    public ApiCall<@Nullable Void> unassignNetwork(long userId, long networkId) {
        return http.delete("/user/{id}/network/{networkId}", userId, networkId).returningNothing();
    }

    /**
     * The device types that a user may reach: {@code GET /user/{id}/devicetype}. Needs {@link Action#MANAGE_DEVICE_TYPE}.
     *
     * <p>Source: recorded.
     *
     * @param userId the user's number
     * @return a call that yields all there are if the user may reach all, else those assigned to it; in no order, immutable
     */
    public ApiCall<List<DeviceType>> deviceTypes(long userId) {
        return http.get("/user/{id}/devicetype", userId).returning(Json.listOf(DeviceType.JSON));
    }

    /**
     * One device type that a user may reach: {@code GET /user/{id}/devicetype/{typeId}}. Needs {@link Action#GET_DEVICE_TYPE}, with
     * which it shows the types of any user; of one who may reach all types, those that the caller's token reaches.
     *
     * <p>Source: recorded; the refusal: seen; whose reach counts: source.
     *
     * @param userId the user's number
     * @param deviceTypeId the type's number
     * @return a call that yields it; it fails with {@link dev.latchkey.core.NotFoundException} if the user may not reach it
     */
    public ApiCall<DeviceType> deviceType(long userId, long deviceTypeId) {
        return http.get("/user/{id}/devicetype/{typeId}", userId, deviceTypeId).returning(DeviceType.OF_A_USER);
    }

    /**
     * Lets a user reach a device type: {@code PUT /user/{id}/devicetype/{typeId}}. The next read and the next login may not show it
     * yet, see above.
     *
     * <p>Source: recorded.
     *
     * @param userId the user's number
     * @param deviceTypeId the type's number
     * @return a call without a value; it fails with {@link dev.latchkey.core.ForbiddenException} for a user who may reach all types:
     *     {@link #disallowAllDeviceTypes} first
     */
    public ApiCall<@Nullable Void> assignDeviceType(long userId, long deviceTypeId) {
        return http.put("/user/{id}/devicetype/{typeId}", userId, deviceTypeId).returningNothing();
    }

    /**
     * No longer lets a user reach a device type: {@code DELETE /user/{id}/devicetype/{typeId}}. What {@link #assignDeviceType} says
     * holds here too.
     *
     * <p>Source: recorded.
     *
     * @param userId the user's number
     * @param deviceTypeId the type's number
     * @return a call without a value
     */
    public ApiCall<@Nullable Void> unassignDeviceType(long userId, long deviceTypeId) {
        return http.delete("/user/{id}/devicetype/{typeId}", userId, deviceTypeId)
                .returningNothing();
    }

    /**
     * Lets a user reach all device types: {@code PUT /user/{id}/devicetype/all}. This <b>forgets the types that were assigned one by
     * one</b>: after {@link #disallowAllDeviceTypes} there are none.
     *
     * <p>Source: recorded.
     *
     * @param userId the user's number
     * @return a call without a value
     */
    public ApiCall<@Nullable Void> allowAllDeviceTypes(long userId) {
        return http.put("/user/{id}/devicetype/all", userId).returningNothing();
    }

    /**
     * Lets a user reach assigned device types only, of which there are none at first: {@code DELETE /user/{id}/devicetype/all}.
     *
     * <p>Source: recorded.
     *
     * @param userId the user's number
     * @return a call without a value
     */
    public ApiCall<@Nullable Void> disallowAllDeviceTypes(long userId) {
        return http.delete("/user/{id}/devicetype/all", userId).returningNothing();
    }

    /** The server ignores an empty password. */
    private void tellSession(String login, @Nullable String password) {
        if (password != null && !password.trim().isEmpty()) {
            http.passwordChanged(new Credentials(login, password));
        }
    }
}
