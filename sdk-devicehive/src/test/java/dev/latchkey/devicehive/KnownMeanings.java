package dev.latchkey.devicehive;

import dev.latchkey.core.ApiException;
import dev.latchkey.core.BadRequestException;
import dev.latchkey.core.ForbiddenException;
import dev.latchkey.core.NotFoundException;
import dev.latchkey.core.ServerErrorException;
import dev.latchkey.core.UnauthorizedException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** What the contract says of each recording: whose token it is and what it permits, or the status and the message. */
final class KnownMeanings {
    private KnownMeanings() {}

    static Map<String, String> byName() {
        try (InputStream in = KnownMeanings.class.getResourceAsStream("known-meanings/4.1.0.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split(" \\| ", 2))
                    .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    static Class<? extends ApiException> typeOf(int status) {
        return switch (status) {
            case 400 -> BadRequestException.class;
            case 401 -> UnauthorizedException.class;
            case 403 -> ForbiddenException.class;
            case 404 -> NotFoundException.class;
            default -> status >= 500 ? ServerErrorException.class : ApiException.class;
        };
    }
}
