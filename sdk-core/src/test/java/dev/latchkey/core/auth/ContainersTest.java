package dev.latchkey.core.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.latchkey.core.auth.FileTokenStore.Access;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What platforms do to a container: a user whom nobody knows, in group 0, and a root that cannot be written. Needs root, {@code
 * setpriv}, and mounts of its own.
 */
class ContainersTest {
    private static final int NOBODY_KNOWS = 1_000_650_000;

    @TempDir
    Path temp;

    private Path readOnly;
    private Path volume;

    @BeforeEach
    void setUp() throws Exception {
        assumeTrue(
                temp.getFileSystem().supportedFileAttributeViews().contains("unix")
                        && Integer.valueOf(0).equals(Files.getAttribute(temp, "unix:uid"))
                        && runs("unshare", "--mount", "setpriv", "--reuid=" + NOBODY_KNOWS, "true"),
                "Only root can act as another user with mounts of its own. Not tried.");
        StoreFolder.setBits(temp, "rwxr-xr-x");
        readOnly = Files.createDirectory(temp.resolve("root"));
        volume = Files.createDirectory(temp.resolve("volume"));
        for (Path folder : List.of(readOnly, volume)) {
            StoreFolder.setBits(folder, "rwxrwx---");
        }
    }

    @Test
    void anUnknownUserAndAReadOnlyRootAreRefusedWithAdviceOrWork() throws Exception {
        Path stored = readOnly.resolve("stored");
        Sessions.save(FileTokenStore.at(stored, Access.GROUP), Sessions.session(1));
        try (ChildJvm child = ChildJvm.start(
                asAContainer(),
                StoreProgram.class,
                stored.toString(),
                "container",
                readOnly.resolve("new").toString(),
                volume.resolve("sessions").toString(),
                temp.resolve("new").toString())) {
            assertThat(child.said())
                    .as("a session that is there")
                    .contains("cannot be opened")
                    .contains("Mount a volume for it that can be written");
            assertThat(child.said()).as("looked at").isEqualTo("version 1");
            assertThat(child.said())
                    .as("a folder that cannot be made")
                    .contains(readOnly.resolve("new").toString())
                    .contains(
                            "Mount a volume for it that can be written, or keep sessions in memory or in a database.");
            assertThat(child.said())
                    .as("a volume of group 0, for the owner alone")
                    .contains(volume + " is on the way")
                    .contains("Access.GROUP");
            assertThat(child.said()).as("the same, for the group").isEqualTo("saved");
            assertThat(child.said())
                    .as("a folder of root's")
                    .contains("permission denied to this process (user " + NOBODY_KNOWS + ")")
                    .contains("Give it that, or name a folder that it may write.");
        }
        assertThat(Files.getAttribute(volume.resolve("sessions"), "unix:uid")).isEqualTo(NOBODY_KNOWS);
    }

    @Test
    void aFullVolumeIsToldAndLeavesTheOldSession() throws Exception {
        List<String> onAFullVolume = List.of(
                "unshare",
                "--mount",
                "sh",
                "-c",
                "mount -t tmpfs -o size=24k,mode=700 none \"$0\" && exec \"$@\"",
                volume.toString());
        try (ChildJvm child = ChildJvm.start(
                onAFullVolume, StoreProgram.class, volume.resolve("sessions").toString(), "overflow")) {
            assertThat(child.said())
                    .contains("could not be saved to " + volume)
                    .contains("No space left on device")
                    .contains("The old content is still there.");
            assertThat(child.said()).isEqualTo("version 1");
        }
    }

    /** The capability is for the class path alone, which may be in a home of root's: it permits nobody to write. */
    private List<String> asAContainer() {
        return List.of(
                "unshare",
                "--mount",
                "sh",
                "-c",
                "mount --bind \"$0\" \"$0\" && mount -o remount,ro,bind \"$0\" && exec \"$@\"",
                readOnly.toString(),
                "setpriv",
                "--reuid=" + NOBODY_KNOWS,
                "--regid=0",
                "--clear-groups",
                "--inh-caps=+dac_read_search",
                "--ambient-caps=+dac_read_search");
    }

    private static boolean runs(String... command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
