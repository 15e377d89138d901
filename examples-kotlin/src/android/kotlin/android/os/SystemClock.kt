package android.os

/** Stands in for Android's class of this name. */
object SystemClock {
    @JvmStatic
    fun elapsedRealtimeNanos(): Long = System.nanoTime()
}
