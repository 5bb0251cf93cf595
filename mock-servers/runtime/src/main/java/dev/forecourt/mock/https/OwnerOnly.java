package dev.forecourt.mock.https;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * Makes folders and files that nobody but their owner reads, where the file system knows owners.
 */
final class OwnerOnly {

  private static final Set<PosixFilePermission> FOLDER =
      PosixFilePermissions.fromString("rwx------");
  private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");

  private OwnerOnly() {}

  /** Makes the folder; one that is there stays as it is. */
  static void folder(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      return;
    }
    if (folder.getParent() != null) {
      Files.createDirectories(folder.getParent());
    }
    if (hasOwners(folder.toAbsolutePath().getParent())) {
      Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(FOLDER));
    } else {
      Files.createDirectory(folder);
    }
  }

  static void file(Path file) throws IOException {
    if (hasOwners(file)) {
      Files.setPosixFilePermissions(file, FILE);
    }
  }

  private static boolean hasOwners(Path at) throws IOException {
    return Files.getFileStore(at).supportsFileAttributeView("posix");
  }
}
