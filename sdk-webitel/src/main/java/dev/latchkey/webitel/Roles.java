package dev.latchkey.webitel;

import dev.latchkey.core.ApiCall;
import dev.latchkey.core.InvalidInputException;
import dev.latchkey.core.http.HttpApi;
import java.util.List;
import java.util.Map;

/**
 * The roles of the server, and what each may do. Reading takes the right {@code r} to {@code acl/roles}, which every user has
 * as the server comes; changing takes {@code c}, {@code u} or {@code d}, which root alone has. Without it calls fail with {@link
 * dev.latchkey.core.ForbiddenException}.
 *
 * <p>Rights are held in the memory of one server process until its next start: where several run, the others learn of a change
 * then (source).
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class Roles {
    private static final String ROLES = "/api/v2/acl/roles";
    private static final String ROLE = "/api/v2/acl/roles/{name}";

    private final HttpApi http;

    Roles(HttpApi http) {
        this.http = http;
    }

    /**
     * The names of the roles, without {@code root}: {@code GET /api/v2/acl/roles}.
     *
     * <p>Source: recorded.
     *
     * @return a call that yields them
     */
    public ApiCall<RoleList> list() {
        return http.get(ROLES).returning(Wrapped.in(RoleList.JSON));
    }

    /**
     * What a role may do, with what it inherits: {@code GET /api/v2/acl/roles/{name}}.
     *
     * <p>Source: recorded.
     *
     * @param name of the role
     * @return a call that yields the rights; none for a role that does not exist, which the server does not tell from one
     *     without rights
     * @throws InvalidInputException if the name is blank
     */
    public ApiCall<Acl> get(String name) {
        return http.get(ROLE, name(name)).returning(Wrapped.in(Acl.JSON));
    }

    /**
     * Makes a role: {@code POST /api/v2/acl/roles}. Repeated only if the server cannot have seen it. <b>A role of this name that
     * exists gets the rights beside those that it has</b>, and the answer is the same. One with neither rights nor a parent is
     * not made, though the answer says so.
     *
     * <p>Source: recorded; a role with neither: source.
     *
     * @param role what it may do
     * @return a call that yields the server's word
     */
    public ApiCall<Confirmation> create(NewRole role) {
        return http.post(ROLES).json(NewRole.JSON, Inputs.present("role", role)).returning(Confirmation::read);
    }

    /**
     * Replaces the rights of a role to some resources: {@code PUT /api/v2/acl/roles/{name}}. Those to other resources stay; an
     * empty list takes away what the role may do with one.
     *
     * <p>Source: recorded; that a role which does not exist is lost at the server's next start: source.
     *
     * @param name of the role. One that does not exist is no error: it seems to be made, but is not kept
     * @param rights by resource, all that the role shall have there
     * @return a call that yields what the role may do then; it fails with {@link dev.latchkey.core.BadRequestException} for
     *     {@code root}
     * @throws InvalidInputException if the name is blank, or the rights are missing
     */
    public ApiCall<Acl> replaceRights(String name, Map<String, List<String>> rights) {
        return http.put(ROLE, name(name))
                .json(Acl.JSON, new Acl(Inputs.present("rights", rights)))
                .returning(Wrapped.in(Acl.JSON));
    }

    /**
     * Deletes a role: {@code DELETE /api/v2/acl/roles/{name}}. Users who have it may do nothing from then on.
     *
     * <p>Source: recorded.
     *
     * @param name of the role; one that does not exist is no error
     * @return a call that yields the server's word; it fails with {@link dev.latchkey.core.BadRequestException} for {@code
     *     root}
     * @throws InvalidInputException if the name is blank
     */
    public ApiCall<Confirmation> delete(String name) {
        return http.delete(ROLE, name(name)).returning(Confirmation::read);
    }

    private static String name(String name) {
        return Inputs.require("name of the role", name, "Give one such as user.");
    }
}
