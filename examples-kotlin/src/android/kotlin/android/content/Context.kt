package android.content

import java.io.File

/** Stands in for Android's class of this name. */
abstract class Context {
    abstract val noBackupFilesDir: File
}
