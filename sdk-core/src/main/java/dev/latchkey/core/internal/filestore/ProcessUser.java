package dev.latchkey.core.internal.filestore;

import dev.latchkey.core.store.StoreSetupException;
import java.io.BufferedReader;
import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/**
 * Whom the operating system takes this process for. Its numbers need no entry in a list of users, which containers often lack.
 *
 * @param uid to whom files belong that it makes
 * @param groups to which it belongs; empty where nobody tells
 */
record ProcessUser(int uid, Set<Integer> groups) {
    static final int ROOT = 0;

    private static final String LINUX = "/proc/self/status";
    private static final int FILE_SYSTEM_ID = 4; // After the real, the effective and the saved one.

    /**
     * Finds it out.
     *
     * @param near the sessions' folder, which need not be there; a file is made for a moment where it is or is to be, if nothing
     *     else tells
     */
    static ProcessUser current(Path near) throws IOException {
        try (BufferedReader status =
                new BufferedReader(new InputStreamReader(new FileInputStream(LINUX), StandardCharsets.ISO_8859_1))) {
            return read(status);
        } catch (FileNotFoundException e) {
            return ownerOfWhatItMakes(near);
        }
    }

    static ProcessUser read(BufferedReader status) throws IOException {
        Set<Integer> groups = new HashSet<>();
        Integer uid = null;
        for (String line = status.readLine(); line != null; line = status.readLine()) {
            String[] words = line.trim().split("\\s+", -1);
            switch (words[0]) {
                case "Uid:" -> uid = Integer.parseUnsignedInt(words[FILE_SYSTEM_ID]);
                case "Gid:" -> groups.add(Integer.parseUnsignedInt(words[FILE_SYSTEM_ID]));
                case "Groups:" -> {
                    for (int i = 1; i < words.length; i++) {
                        groups.add(Integer.parseUnsignedInt(words[i]));
                    }
                }
                default -> {}
            }
        }
        if (uid == null) {
            throw new IOException(LINUX + " does not say which user this process runs as");
        }
        return new ProcessUser(uid, Set.copyOf(groups));
    }

    /** Elsewhere than on Linux: its groups cannot be known. */
    static ProcessUser ownerOfWhatItMakes(Path near) throws IOException {
        Path folder = near;
        while (Files.notExists(folder, LinkOption.NOFOLLOW_LINKS) && folder.getParent() != null) {
            folder = folder.getParent();
        }
        try {
            Path made = Files.createFile(folder.resolve(".latchkey-" + UUID.randomUUID()));
            try {
                return new ProcessUser(FileStatus.of(made).uid(), Set.of());
            } finally {
                Files.delete(made);
            }
        } catch (IOException e) {
            throw new StoreSetupException(
                    "Which user this process runs as cannot be found out: there is no " + LINUX
                            + ", and no file can be made in " + folder + " (" + Reason.of(e) + ")",
                    e);
        }
    }

    boolean isOrTrusts(int owner) {
        return owner == uid || owner == ROOT;
    }

    @Override
    public String toString() {
        return "user " + Integer.toUnsignedString(uid);
    }
}
