package dev.latchkey.fake.controlbyweb;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** The mails that the fake has sent, for a test to read. Safe for concurrent use. */
public final class Mailbox {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrived = lock.newCondition();
    private final List<ResetMail> mails = new ArrayList<>();

    Mailbox() {}

    /** All mails, the oldest first. */
    public List<ResetMail> mails() {
        lock.lock();
        try {
            return List.copyOf(mails);
        } finally {
            lock.unlock();
        }
    }

    /**
     * The newest mail to this address.
     *
     * @throws IllegalStateException if there is none
     */
    public ResetMail newest(String email) {
        lock.lock();
        try {
            ResetMail mail = find(email);
            if (mail == null) {
                throw new IllegalStateException("no mail to " + email + " among " + mails.size());
            }
            return mail;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits for a mail to this address and returns the newest.
     *
     * @throws AssertionError if none has come in this time
     */
    public ResetMail await(String email, Duration within) throws InterruptedException {
        lock.lock();
        try {
            long left = within.toNanos();
            ResetMail mail = find(email);
            while (mail == null) {
                if (left <= 0) {
                    throw new AssertionError("no mail came to " + email + " in " + within.toMillis() + " ms");
                }
                left = arrived.awaitNanos(left);
                mail = find(email);
            }
            return mail;
        } finally {
            lock.unlock();
        }
    }

    /** Throws all mails away. */
    public void clear() {
        lock.lock();
        try {
            mails.clear();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public String toString() {
        return "Mailbox" + mails();
    }

    void deliver(ResetMail mail) {
        lock.lock();
        try {
            mails.add(mail);
            arrived.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private @Nullable ResetMail find(String email) {
        for (int i = mails.size() - 1; i >= 0; i--) {
            if (mails.get(i).to().equalsIgnoreCase(email)) {
                return mails.get(i);
            }
        }
        return null;
    }
}
