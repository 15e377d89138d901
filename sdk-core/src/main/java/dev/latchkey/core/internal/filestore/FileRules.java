package dev.latchkey.core.internal.filestore;

import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;

/** Keeps the files of one folder to those who may use them, as far as its file system can. */
interface FileRules {

    /** What a new file is made with. */
    FileAttribute<?>[] attributes();

    /** Lets in all who may use a new file, whatever the umask says, and refuses a file system that forgets who may not. */
    void kept(Path file) throws IOException;

    /** Refuses what is no file, or not kept to those who may use it. Opens nothing: a named pipe would never return. */
    void requireFile(Path file) throws IOException;

    /** Writes a file that is not there yet, and brings it to the disk. No interrupt of the thread breaks it off. */
    void write(Path file, byte[] content) throws IOException;
}
