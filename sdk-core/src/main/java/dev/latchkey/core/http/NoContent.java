package dev.latchkey.core.http;

import java.io.IOException;
import java.net.ProtocolException;
import okhttp3.Headers;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;

/**
 * A 204 or 205 that announces a body all the same, which is a success without one. OkHttp throws at it, or waits for the body.
 * Leaves the wire side of a call as an exception, so that the connection is not used again: bytes may follow.
 */
final class NoContent extends IOException {
    private static final long serialVersionUID = 1L;

    private final transient Response response;

    private NoContent(int code, Request request, Protocol protocol, Headers headers) {
        this.response = new Response.Builder()
                .code(code)
                .message("No Content")
                .request(request)
                .protocol(protocol)
                .headers(headers)
                .body(ResponseBody.EMPTY)
                .build();
    }

    /** The success. Without its headers where OkHttp has thrown them away. */
    Response response() {
        return response;
    }

    static Response checked(Response response) throws NoContent {
        if (isBodiless(response.code()) && response.body().contentLength() != 0) {
            throw new NoContent(response.code(), response.request(), response.protocol(), response.headers());
        }
        return response;
    }

    static IOException orFailure(ProtocolException failure, Request request, Protocol protocol) {
        String text = String.valueOf(failure.getMessage());
        for (int code = 204; isBodiless(code); code++) {
            if (text.startsWith("HTTP " + code + " had non-zero Content-Length")) {
                return new NoContent(code, request, protocol, Headers.EMPTY);
            }
        }
        return failure;
    }

    private static boolean isBodiless(int code) {
        return code == 204 || code == 205;
    }
}
