package dev.latchkey.fake.connectware;

import dev.latchkey.fake.FakeRequest;
import dev.latchkey.fake.internal.Sha256;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.MediaType;
import okhttp3.MultipartReader;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/** Reads what was sent to be restored: the file in a multipart body, or any other body as it is. */
final class RestoreUploads {
    private static final Pattern NAME = Pattern.compile("(?:^|[;\\s])name=\"([^\"]*)\"");
    private static final Pattern FILE_NAME = Pattern.compile("(?:^|[;\\s])filename=\"([^\"]*)\"");

    private RestoreUploads() {}

    /**
     * Reads a request.
     *
     * @throws IllegalArgumentException if the body says that it is multipart and is not
     */
    static RestoreUpload read(FakeRequest request) {
        if (!request.hasContentType("multipart/form-data")) {
            return upload(null, null, request.bytes());
        }
        MediaType type = MediaType.parse(String.valueOf(request.header("Content-Type")));
        String boundary = type == null ? null : type.parameter("boundary");
        if (boundary == null) {
            throw new IllegalArgumentException("the multipart body has no boundary");
        }
        try (MultipartReader reader = new MultipartReader(new Buffer().write(request.bytes()), boundary)) {
            return file(reader);
        } catch (IOException e) {
            throw new IllegalArgumentException("the multipart body is malformed", e);
        }
    }

    /** The first part with a file name, or else the first part. */
    private static RestoreUpload file(MultipartReader reader) throws IOException {
        RestoreUpload first = null;
        for (MultipartReader.Part part = reader.nextPart(); part != null; part = reader.nextPart()) {
            String disposition = String.valueOf(part.headers().get("Content-Disposition"));
            RestoreUpload upload = upload(
                    found(NAME, disposition),
                    found(FILE_NAME, disposition),
                    part.body().readByteArray());
            if (upload.fileName() != null) {
                return upload;
            }
            first = first == null ? upload : first;
        }
        if (first == null) {
            throw new IllegalArgumentException("the multipart body has no part");
        }
        return first;
    }

    private static RestoreUpload upload(@Nullable String partName, @Nullable String fileName, byte[] content) {
        return new RestoreUpload(partName, fileName, content.length, Sha256.hex(content));
    }

    private static @Nullable String found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? matcher.group(1) : null;
    }
}
