package dev.latchkey.core.internal.net;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import okhttp3.Dns;
import org.jspecify.annotations.Nullable;

/** Looks names up by another resolver, within the limit of the call that asks. */
final class CallDns implements Dns {
    private final Dns users;
    private final NameLookups lookups;

    CallDns(Dns users, NameLookups lookups) {
        this.users = users;
        this.lookups = lookups;
    }

    @Override
    public List<InetAddress> lookup(String hostname) throws UnknownHostException {
        return users.lookup(hostname);
    }

    @Override
    public Dns.Call newCall(Dns.Request request) {
        okhttp3.Call asking = lookups.takeAsking();
        return asking == null ? users.newCall(request) : new WaitingLookup(asking, request, lookups, users);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CallDns that && users.equals(that.users);
    }

    @Override
    public int hashCode() {
        return users.hashCode();
    }

    @Override
    public String toString() {
        return users.toString();
    }
}
