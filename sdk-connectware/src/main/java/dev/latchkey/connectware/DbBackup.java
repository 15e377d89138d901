package dev.latchkey.connectware;

import dev.latchkey.core.InvalidInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;

/**
 * A backup of the server's database, to be restored. The vendor does not document how it is sent: it goes as a file in a
 * multipart form, in a part called {@code file}, unless said otherwise here. Immutable.
 *
 * <pre>{@code
 * connectware.maintenance().restoreDb(DbBackup.of(path).partName("backup")).timeout(Duration.ofMinutes(10)).execute();
 * }</pre>
 */
public final class DbBackup {
    private static final String PART = "file";
    private static final MediaType BYTES = MediaType.get("application/octet-stream");

    private final Content content;
    private final String fileName;
    private final MediaType type;
    private final @Nullable String partName;

    private DbBackup(Content content, String fileName, MediaType type, @Nullable String partName) {
        this.content = content;
        this.fileName = fileName;
        this.type = type;
        this.partName = partName;
    }

    /**
     * A backup in a file, which is read while it is sent, never as a whole into memory.
     *
     * @param file the backup
     * @return the backup
     * @throws InvalidInputException if there is no such file, or it cannot be read
     */
    public static DbBackup of(Path file) {
        if (!Files.isRegularFile(Inputs.present("file", file)) || !Files.isReadable(file)) {
            throw new InvalidInputException("There is no file \"" + file + "\" that can be read.");
        }
        return new DbBackup(type -> new FileBody(file, type), String.valueOf(file.getFileName()), BYTES, PART);
    }

    /**
     * A backup in memory.
     *
     * @param content is copied
     * @param fileName what the file is called in the form
     * @return the backup
     * @throws InvalidInputException if there are no bytes, or the name is blank
     */
    public static DbBackup of(byte[] content, String fileName) {
        if (Inputs.present("backup", content).length == 0) {
            throw new InvalidInputException("The backup is empty.");
        }
        byte[] copy = content.clone();
        return new DbBackup(
                type -> RequestBody.create(copy, type), Inputs.require("name of the file", fileName), BYTES, PART);
    }

    /**
     * Sends the backup in another part of the form.
     *
     * @param name the part's name
     * @return the same backup, sent so
     * @throws InvalidInputException if the name is blank
     */
    public DbBackup partName(String name) {
        return new DbBackup(content, fileName, type, Inputs.require("name of the part", name));
    }

    /**
     * Sends the backup as the whole body, without a form around it.
     *
     * @return the same backup, sent so
     */
    public DbBackup raw() {
        return new DbBackup(content, fileName, type, null);
    }

    /**
     * Sets the type of the file, or of the whole body; the default is {@code application/octet-stream}.
     *
     * @param mediaType for instance {@code application/gzip}
     * @return the same backup, sent so
     * @throws InvalidInputException if it is no media type
     */
    public DbBackup contentType(String mediaType) {
        MediaType given = MediaType.parse(Inputs.require("content type", mediaType));
        if (given == null) {
            throw new InvalidInputException("The content type is none. Give one such as application/gzip.");
        }
        return new DbBackup(content, fileName, given, partName);
    }

    RequestBody body() {
        RequestBody body = content.body(type);
        return partName == null
                ? body
                : new MultipartBody.Builder()
                        .setType(MultipartBody.FORM)
                        .addFormDataPart(partName, fileName, body)
                        .build();
    }

    @FunctionalInterface
    private interface Content {
        RequestBody body(MediaType type);
    }

    /** The file's name. */
    @Override
    public String toString() {
        return "DbBackup[" + fileName + "]";
    }
}
