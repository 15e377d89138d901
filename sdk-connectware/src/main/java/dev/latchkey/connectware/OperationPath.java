package dev.latchkey.connectware;

/**
 * The operations of which the vendor's pages say that they exist, and whose paths they do not print. What stands here follows the
 * paths beside them; where a server has others, tell them to {@link ConnectwareClientBuilder#operationPath}.
 */
public enum OperationPath {
    /** {@link Users#delete}: {@code DELETE /api/users/{id}}. */
    USER_DELETE("/api/users/{id}"),
    /** {@link Roles#delete}: {@code DELETE /api/roles/{id}}. */
    ROLE_DELETE("/api/roles/{id}"),
    /** {@link Roles#deletePermission}: {@code DELETE /api/roles/{id}/permissions/{pemId}}. */
    ROLE_PERMISSION_DELETE("/api/roles/{id}/permissions/{pemId}"),
    /** {@link Maintenance#backup}: {@code POST /api/maintenance/db/backup}. */
    BACKUP("/api/maintenance/db/backup");

    private final String likely;

    OperationPath(String likely) {
        this.likely = likely;
    }

    String likely() {
        return likely;
    }

    /** How many values a path of this operation takes. */
    long parameters() {
        return parameters(likely);
    }

    static long parameters(String path) {
        return path.chars().filter(c -> c == '{').count();
    }
}
