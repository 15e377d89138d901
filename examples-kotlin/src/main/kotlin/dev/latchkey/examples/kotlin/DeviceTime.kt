package dev.latchkey.examples.kotlin

import android.os.SystemClock
import dev.latchkey.core.TimeSource
import java.time.Instant

/** Counts the time that the device sleeps, which [System.nanoTime] does not. */
object DeviceTime : TimeSource {
    override fun nanoTime(): Long = SystemClock.elapsedRealtimeNanos()

    override fun now(): Instant = Instant.now()
}
