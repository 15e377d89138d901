package dev.latchkey.controlbyweb;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class UserProfileTest {

    @Test
    void permissionsAreFoundByConstantAndByName() {
        UserProfile profile = read("{\"permissions\":[\"Add Users\",\"Fly To Mars\"]}");

        assertThat(profile.hasPermission(Permission.ADD_USERS)).isTrue();
        assertThat(profile.hasPermission("Fly To Mars")).isTrue();
        assertThat(profile.hasPermission(Permission.of("Fly To Mars"))).isTrue();
        assertThat(profile.hasPermission("add users")).isFalse();
        assertThat(profile.hasPermission(Permission.DELETE_USERS)).isFalse();
    }

    @Test
    void aProfileWithoutPermissionsPermitsNothing() {
        UserProfile profile = read("{\"username\":\"jane\"}");

        assertThat(profile.permissions()).isEmpty();
        assertThat(profile.allPermissions()).isEmpty();
        assertThat(profile.hasPermission(Permission.ADD_USERS)).isFalse();
    }

    @Test
    void flagsAreNumbersBooleansOrStrings() {
        UserProfile numbers = read("{\"agreed\":1,\"isXRDIAdmin\":0}");
        UserProfile others = read("{\"agreed\":true,\"isXRDIAdmin\":\"0\"}");

        assertThat(numbers.agreed()).isTrue();
        assertThat(numbers.isXrdiAdmin()).isFalse();
        assertThat(others.agreed()).isTrue();
        assertThat(others.isXrdiAdmin()).isFalse();
        assertThat(others.isXrdiSales()).isNull();
    }

    @Test
    void aStrangeMemberCostsNoOther() {
        UserProfile profile = read("""
                {"account_id": {}, "username": ["jane"], "device_seats": "many", "logging": null, "agreed": [],
                 "permissions": ["Add Users", 5, null], "all_permissions": {"id": "Admin"}, "email": "jane@example.com"}
                """);

        assertThat(profile.accountId()).isNull();
        assertThat(profile.username()).isNull();
        assertThat(profile.deviceSeats()).isNull();
        assertThat(profile.logging()).isNull();
        assertThat(profile.agreed()).isNull();
        assertThat(profile.permissions()).containsExactly(Permission.ADD_USERS);
        assertThat(profile.allPermissions()).isEmpty();
        assertThat(profile.email()).isEqualTo("jane@example.com");
    }

    @Test
    void aBrokenBranchOfTheTreeCostsNoOther() {
        UserProfile profile = read("""
                {"all_permissions": [{"id": "Admin", "children": [{"label": "no id"}, {"id": "Users", "children": 7}]}]}
                """);

        assertThat(profile.allPermissions())
                .containsExactly(
                        new PermissionNode("Admin", null, List.of(new PermissionNode("Users", null, List.of()))));
    }

    @Test
    void theTreeIsWalkedParentsFirst() {
        UserProfile profile = read("""
                {"all_permissions": [{"id": "a", "label": "A", "children": [{"id": "b", "children": [{"id": "c"}]}, {"id": "d"}]}]}
                """);

        assertThat(profile.allPermissions().get(0).stream().map(PermissionNode::id))
                .containsExactly("a", "b", "c", "d");
    }

    @Test
    void whatWasReadBeforeTheAnswerBrokeIsKept() {
        assertThat(read("{\"username\":\"jane\",\"permissions\":[\"Add Users\" \"Edit Users\"]}"))
                .extracting(UserProfile::username)
                .isEqualTo("jane");
    }

    @Test
    void anAnswerWithoutAnyMemberOfAProfileHasNone() {
        assertThat(UserProfile.salvage("{\"access_token\":\"a\"}")).isNull();
        assertThat(UserProfile.salvage("{\"permissions\":[]}")).isNull();
        assertThat(UserProfile.salvage("<html>")).isNull();
        assertThat(UserProfile.kept(null)).isEmpty();
    }

    private static UserProfile read(String json) {
        return Objects.requireNonNull(UserProfile.salvage(json));
    }
}
