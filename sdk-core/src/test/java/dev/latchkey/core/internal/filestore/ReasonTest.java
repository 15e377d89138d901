package dev.latchkey.core.internal.filestore;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ReasonTest {

    static Stream<Arguments> reasons() {
        return Stream.of(
                Arguments.of(new AccessDeniedException("/s"), "/s: permission denied"),
                Arguments.of(new FileAlreadyExistsException("/s"), "/s is in the way"),
                Arguments.of(new NoSuchFileException("/s"), "/s does not exist"),
                Arguments.of(new FileSystemLoopException("/s"), "/s: FileSystemLoopException"),
                Arguments.of(new FileSystemException("/s", null, "Not a directory"), "/s: Not a directory"),
                Arguments.of(new IOException("No space left on device"), "No space left on device"),
                Arguments.of(new IOException(), "IOException"));
    }

    @ParameterizedTest
    @MethodSource("reasons")
    void whatTheFileSystemComplainsOfIsSaidInWords(IOException complaint, String words) {
        assertThat(Reason.of(complaint)).isEqualTo(words);
    }
}
