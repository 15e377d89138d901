package dev.latchkey.core.internal.net;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.SocketImpl;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/** A socket of a user's factory with a {@link ConnectLimit}. Everything else is left to that socket. */
@SuppressWarnings("UnsynchronizedOverridesSynchronized") // that socket's own methods do what is needed
final class DelegatedSocket extends Socket {
    private final Socket users;
    private final ConnectLimit limit;
    private final ReadAllowance allowance = new ReadAllowance();

    DelegatedSocket(Socket users) throws SocketException {
        super((SocketImpl) null);
        this.users = users;
        this.limit = new ConnectLimit(users::setSoTimeout);
    }

    @Override
    public void connect(SocketAddress endpoint) throws IOException {
        users.connect(endpoint);
    }

    @Override
    public void connect(SocketAddress endpoint, int timeout) throws IOException {
        limit.begins(timeout);
        users.connect(endpoint, timeout);
    }

    @Override
    public void setSoTimeout(int timeout) throws SocketException {
        limit.setReadTimeout(timeout);
    }

    @Override
    public int getSoTimeout() throws SocketException {
        return users.getSoTimeout();
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return new SocketInput(users.getInputStream(), limit, allowance);
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
        return users.getOutputStream();
    }

    @Override
    public @Nullable SocketChannel getChannel() {
        return null; // Who read from it would pass by the limit.
    }

    @Override
    public void bind(SocketAddress address) throws IOException {
        users.bind(address);
    }

    @Override
    public void close() throws IOException {
        users.close();
    }

    @Override
    public void shutdownInput() throws IOException {
        users.shutdownInput();
    }

    @Override
    public void shutdownOutput() throws IOException {
        users.shutdownOutput();
    }

    @Override
    public @Nullable InetAddress getInetAddress() {
        return users.getInetAddress();
    }

    @Override
    public InetAddress getLocalAddress() {
        return users.getLocalAddress();
    }

    @Override
    public int getPort() {
        return users.getPort();
    }

    @Override
    public int getLocalPort() {
        return users.getLocalPort();
    }

    @Override
    public @Nullable SocketAddress getRemoteSocketAddress() {
        return users.getRemoteSocketAddress();
    }

    @Override
    public @Nullable SocketAddress getLocalSocketAddress() {
        return users.getLocalSocketAddress();
    }

    @Override
    public boolean isConnected() {
        return users.isConnected();
    }

    @Override
    public boolean isBound() {
        return users.isBound();
    }

    @Override
    public boolean isClosed() {
        return users.isClosed();
    }

    @Override
    public boolean isInputShutdown() {
        return users.isInputShutdown();
    }

    @Override
    public boolean isOutputShutdown() {
        return users.isOutputShutdown();
    }

    @Override
    public void setTcpNoDelay(boolean on) throws SocketException {
        users.setTcpNoDelay(on);
    }

    @Override
    public boolean getTcpNoDelay() throws SocketException {
        return users.getTcpNoDelay();
    }

    @Override
    public void setSoLinger(boolean on, int seconds) throws SocketException {
        users.setSoLinger(on, seconds);
    }

    @Override
    public int getSoLinger() throws SocketException {
        return users.getSoLinger();
    }

    @Override
    public void sendUrgentData(int data) throws IOException {
        users.sendUrgentData(data);
    }

    @Override
    public void setOOBInline(boolean on) throws SocketException {
        users.setOOBInline(on);
    }

    @Override
    public boolean getOOBInline() throws SocketException {
        return users.getOOBInline();
    }

    @Override
    public void setSendBufferSize(int size) throws SocketException {
        users.setSendBufferSize(size);
    }

    @Override
    public int getSendBufferSize() throws SocketException {
        return users.getSendBufferSize();
    }

    @Override
    public void setReceiveBufferSize(int size) throws SocketException {
        users.setReceiveBufferSize(size);
    }

    @Override
    public int getReceiveBufferSize() throws SocketException {
        return users.getReceiveBufferSize();
    }

    @Override
    public void setKeepAlive(boolean on) throws SocketException {
        users.setKeepAlive(on);
    }

    @Override
    public boolean getKeepAlive() throws SocketException {
        return users.getKeepAlive();
    }

    @Override
    public void setTrafficClass(int trafficClass) throws SocketException {
        users.setTrafficClass(trafficClass);
    }

    @Override
    public int getTrafficClass() throws SocketException {
        return users.getTrafficClass();
    }

    @Override
    public void setReuseAddress(boolean on) throws SocketException {
        users.setReuseAddress(on);
    }

    @Override
    public boolean getReuseAddress() throws SocketException {
        return users.getReuseAddress();
    }

    /** See {@link ReadAllowance}. */
    @Override
    public void setPerformancePreferences(int connectionTime, int latency, int bandwidth) {
        allowance.told(connectionTime, latency, bandwidth);
    }

    @Override
    public String toString() {
        return users.toString();
    }
}
