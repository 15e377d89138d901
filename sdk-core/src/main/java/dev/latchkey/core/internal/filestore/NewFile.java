package dev.latchkey.core.internal.filestore;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousFileChannel;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.util.List;
import java.util.Set;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/**
 * A file that was not there before, written through the descriptor that made it: whatever takes its name meanwhile gets nothing.
 * An asynchronous channel, since an interrupt of the thread closes any other; it works in the thread that calls.
 */
final class NewFile implements AutoCloseable {
    private final AsynchronousFileChannel channel;

    private NewFile(AsynchronousFileChannel channel) {
        this.channel = channel;
    }

    static NewFile create(Path file, FileAttribute<?>... attributes) throws IOException {
        return new NewFile(AsynchronousFileChannel.open(
                file,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS),
                new CallingThread(),
                attributes));
    }

    /** Returns when the disk has it. */
    void write(byte[] content) throws IOException {
        ByteBuffer rest = ByteBuffer.wrap(content);
        try {
            while (rest.hasRemaining()) {
                channel.write(rest, rest.position()).get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException failure ? failure : new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("A write did not run in the thread that asked for it.", e);
        }
        channel.force(true);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private static final class CallingThread extends AbstractExecutorService {
        @Override
        public void execute(Runnable task) {
            task.run();
        }

        @Override
        public void shutdown() {}

        @Override
        public List<Runnable> shutdownNow() {
            return List.of();
        }

        @Override
        public boolean isShutdown() {
            return false;
        }

        @Override
        public boolean isTerminated() {
            return false;
        }

        @Override
        public boolean awaitTermination(long timeout, TimeUnit unit) {
            return false;
        }
    }
}
