package dev.latchkey.core.http;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.net.URISyntaxException;
import okhttp3.Connection;
import okhttp3.HttpUrl;

/** Whether plain http stays on this machine. */
final class Loopback {
    private Loopback() {}

    /** By name, before anything is resolved. What it resolves to is checked again on the connection. */
    static boolean isNamedBy(HttpUrl url) {
        String host = url.host();
        return host.equals("localhost") || host.equals("::1") || isLoopbackIpv4(host);
    }

    /** By the address that is really connected. A proxy on this machine would carry the request on. */
    static boolean isReachedBy(Connection connection) {
        return connection.route().proxy().type() == Proxy.Type.DIRECT
                && connection.socket().getInetAddress() != null
                && connection.socket().getInetAddress().isLoopbackAddress()
                && !isRelayed(connection.route().socketAddress());
    }

    /** Java's own sockets ask the default selector for a SOCKS server, and take it for the address that they are told. */
    private static boolean isRelayed(InetSocketAddress address) {
        ProxySelector selector = ProxySelector.getDefault();
        if (selector == null) {
            return false;
        }
        try {
            URI socket = new URI("socket", null, address.getHostString(), address.getPort(), null, null, null);
            return selector.select(socket).stream().anyMatch(proxy -> proxy.type() != Proxy.Type.DIRECT);
        } catch (URISyntaxException | RuntimeException e) {
            return true; // Nobody knows.
        }
    }

    private static boolean isLoopbackIpv4(String host) {
        if (!host.startsWith("127.")) {
            return false;
        }
        String[] parts = host.split("\\.", -1);
        if (parts.length != 4) {
            return false;
        }
        for (String part : parts) {
            if (part.isEmpty() || part.length() > 3 || !part.chars().allMatch(c -> c >= '0' && c <= '9')) {
                return false;
            }
        }
        return true;
    }
}
