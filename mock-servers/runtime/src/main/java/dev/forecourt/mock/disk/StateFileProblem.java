package dev.forecourt.mock.disk;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Says why a state cannot be kept in a file, or read from it, and what to do. */
public final class StateFileProblem extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** For a file, or a directory, that can be read or written by nobody. */
  public static StateFileProblem cannotBeUsed(Path path, IOException cause) {
    return new StateFileProblem(
        "State file %s cannot be used: %s. Choose a directory that can be written."
            .formatted(path, cause),
        cause);
  }

  StateFileProblem(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
