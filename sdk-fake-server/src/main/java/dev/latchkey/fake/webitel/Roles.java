package dev.latchkey.fake.webitel;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The roles that the server comes with, and what they may do. */
final class Roles {
    static final int USER = 0;
    static final int ADMIN = 1;
    static final int ROOT = 2;
    static final int CUSTOM = -1;

    private static final List<String> ALL = List.of("*");
    private static final List<String> READ = List.of("r");
    private static final List<String> READ_OWN = List.of("ro");

    /** The resources of the documented sample, in its order. */
    private static final Map<String, List<String>> DOCUMENTED_ROOT = everything(
            "license",
            "system/reload",
            "account",
            "domain/item",
            "domain",
            "gateway/profile",
            "gateway",
            "outbound/list",
            "cdr/media",
            "cdr/files",
            "cdr",
            "hook",
            "book",
            "dialer/members",
            "dialer",
            "cc/queue",
            "cc/members",
            "cc/tiers",
            "channels",
            "rotes/domain",
            "rotes/extension",
            "rotes/public",
            "rotes/default",
            "calendar",
            "blacklist",
            "acl/resource",
            "acl/roles");

    private static final Map<String, List<String>> OBSERVED_ROOT = everything(
            "kibana",
            "hotdesk",
            "metadata",
            "callback/members",
            "callback",
            "widget",
            "license",
            "system/reload",
            "account",
            "domain/item",
            "domain",
            "gateway/profile",
            "gateway",
            "cdr/media",
            "cdr/files",
            "cdr",
            "vmail",
            "hook",
            "dialer/templates",
            "dialer/members",
            "dialer",
            "cc/queue",
            "cc/members",
            "cc/tiers",
            "channels",
            "rotes/domain",
            "rotes/extension",
            "rotes/public",
            "rotes/default",
            "calendar",
            "blacklist",
            "acl/resource",
            "acl/roles");

    private Roles() {}

    /** The name of a role's number. */
    static String name(int role) {
        return switch (role) {
            case USER -> "user";
            case ADMIN -> "admin";
            case ROOT -> "root";
            default -> "custom";
        };
    }

    /** The number of a role's name. */
    static int number(String name) {
        return switch (name) {
            case "user" -> USER;
            case "admin" -> ADMIN;
            case "root" -> ROOT;
            default -> CUSTOM;
        };
    }

    static Map<String, List<String>> ofRoot() {
        return OBSERVED_ROOT;
    }

    static Map<String, List<String>> ofDocumentedRoot() {
        return DOCUMENTED_ROOT;
    }

    static Map<String, List<String>> ofUsers() {
        Map<String, List<String>> rights = new LinkedHashMap<>();
        rights.put("kibana", READ);
        rights.put("hotdesk", ALL);
        rights.put("metadata", READ);
        rights.put("cc/tiers", READ);
        rights.put("cdr/files", READ_OWN);
        rights.put("cdr", READ_OWN);
        rights.put("vmail", READ_OWN);
        rights.put("channels", ALL);
        rights.put("blacklist", List.of("c", "u", "r"));
        rights.put("acl/roles", READ);
        rights.put("account", List.of("r", "uo"));
        return rights;
    }

    /** Beside what users may. Recorded are account, cdr, domain and domain/item; the rest is all of a domain, none of the system. */
    static Map<String, List<String>> ofAdmins() {
        Map<String, List<String>> rights = new LinkedHashMap<>(OBSERVED_ROOT);
        for (String system : List.of("license", "system/reload", "gateway/profile", "acl/resource", "acl/roles")) {
            rights.remove(system);
        }
        rights.put("domain", List.of("ro", "uo"));
        return rights;
    }

    private static Map<String, List<String>> everything(String... resources) {
        Map<String, List<String>> rights = new LinkedHashMap<>();
        for (String resource : resources) {
            rights.put(resource, ALL);
        }
        return rights;
    }
}
