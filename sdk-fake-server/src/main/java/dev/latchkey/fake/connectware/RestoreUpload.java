package dev.latchkey.fake.connectware;

import org.jspecify.annotations.Nullable;

/**
 * What somebody sent to be restored. The content itself is not kept: a database holds secrets.
 *
 * @param partName the name of the part of a multipart body that was the file, or null if the body was the file
 * @param fileName what that part said the file is called, or null
 * @param length in bytes
 * @param sha256 of the bytes, in hex
 */
public record RestoreUpload(
        @Nullable String partName, @Nullable String fileName, long length, String sha256) {}
