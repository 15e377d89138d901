package dev.latchkey.core.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.Dns;
import okhttp3.OkHttpClient;

/** Resolves no name for a number of times: what then fails was certainly not sent. */
final class Refusing implements Dns {
    final AtomicInteger lookups = new AtomicInteger();
    private final int times;

    Refusing(int times) {
        this.times = times;
    }

    OkHttpClient client() {
        return new OkHttpClient.Builder().dns(this).build();
    }

    @Override
    public List<InetAddress> lookup(String hostname) throws UnknownHostException {
        if (lookups.incrementAndGet() <= times) {
            throw new UnknownHostException("no network");
        }
        return Dns.SYSTEM.lookup(hostname);
    }
}
