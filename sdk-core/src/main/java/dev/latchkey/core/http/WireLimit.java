package dev.latchkey.core.http;

import okhttp3.Connection;
import okhttp3.Protocol;
import okhttp3.Response;

/**
 * What an exchange may bring in over its connection: twice the largest body, for what a body is wrapped in, and a mebibyte for
 * the rest. On HTTP/2 the largest body is at least what OkHttp lets a server send before anyone reads it: a body that is too
 * large must not end the connection that others use too. Where a client of the user's may be one of them, there is no limit on
 * HTTP/2, since nobody knows what it may bring in; OkHttp bounds frames, headers and what is unread.
 */
final class WireLimit {
    private static final long MEBIBYTE = 1024;
    private static final long WINDOW_OF_HTTP_2 = 16 * MEBIBYTE;

    private final Gunzip gunzip;
    private final int kibibytes;
    private final int kibibytesOfHttp2;
    private final boolean isOwnPool;

    WireLimit(long maxBodyBytes, boolean isOwnPool) {
        this.gunzip = new Gunzip(maxBodyBytes);
        this.kibibytes = kibibytes(maxBodyBytes / 1024);
        this.kibibytesOfHttp2 = kibibytes(Math.max(maxBodyBytes / 1024, WINDOW_OF_HTTP_2));
        this.isOwnPool = isOwnPool;
    }

    private static int kibibytes(long largestBody) {
        return (int) Math.min(Integer.MAX_VALUE, 2 * largestBody + MEBIBYTE);
    }

    void begins(Execution execution, Connection connection) {
        Protocol protocol = connection.protocol();
        boolean multiplexed = protocol == Protocol.HTTP_2 || protocol == Protocol.H2_PRIOR_KNOWLEDGE;
        if (!multiplexed) {
            execution.takesShare(connection.socket(), kibibytes);
        } else if (isOwnPool) {
            execution.takesShare(connection.socket(), kibibytesOfHttp2);
        }
    }

    Response unpacked(Execution execution, Response response) {
        return gunzip.unpacked(execution, response);
    }
}
