package dev.latchkey.core.internal.filestore;

import java.nio.file.Path;

/**
 * A folder that nobody else can write to or put another in the place of.
 *
 * @param path its real path, without links
 * @param rules for its files
 */
record CheckedFolder(Path path, FileRules rules) {}
