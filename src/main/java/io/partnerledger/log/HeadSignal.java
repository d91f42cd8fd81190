package io.partnerledger.log;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/** How far the log reaches, and who wants to know when it reaches further. The head is raised before anyone is told. */
final class HeadSignal {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition raised = lock.newCondition();
    private final Map<Object, Runnable> listeners = new ConcurrentHashMap<>();
    private volatile long head;

    HeadSignal(long head) {
        this.head = head;
    }

    long head() {
        return head;
    }

    /** Whether the head was raised by this: whoever did it tells. */
    boolean raise(long position) {
        lock.lock();
        try {
            boolean higher = position > head;
            if (higher) {
                head = position;
                raised.signalAll();
            }
            return higher;
        } finally {
            lock.unlock();
        }
    }

    /** Lets everyone who waits look again at whether they want to. */
    void wake() {
        lock.lock();
        try {
            raised.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Whether the log reaches beyond a position, now or before the time is up or waiting is no longer wanted. */
    boolean await(long position, long nanos, BooleanSupplier unwanted) throws InterruptedException {
        if (head > position) {
            return true;
        }
        lock.lockInterruptibly();
        try {
            long left = nanos;
            while (head <= position && left > 0 && !unwanted.getAsBoolean()) {
                left = raised.awaitNanos(left);
            }
            return head > position;
        } finally {
            lock.unlock();
        }
    }

    Runnable listen(Runnable listener) {
        Object registration = new Object();
        listeners.put(registration, listener);
        return () -> listeners.remove(registration);
    }

    /** A listener that fails hurts nobody else: the log has already moved on. */
    void tell() {
        for (Runnable listener : listeners.values()) {
            try {
                listener.run();
            } catch (RuntimeException e) {
                System.getLogger(HeadSignal.class.getName())
                        .log(System.Logger.Level.WARNING, "A listener to the log failed", e);
            }
        }
    }
}
