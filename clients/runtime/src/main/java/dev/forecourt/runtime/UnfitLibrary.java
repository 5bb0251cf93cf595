package dev.forecourt.runtime;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A library that the clients cannot work with.
 *
 * @param found its version, null if it states none or is missing
 * @param cause what came of using it, null if its version alone says that it is too old
 */
record UnfitLibrary(
    Library library, @Nullable String found, boolean missing, @Nullable LinkageError cause) {

  /** All that have to change before a client can be built. */
  static IllegalStateException exception(List<UnfitLibrary> unfit) {
    StringBuilder message =
        new StringBuilder(
            "The Forecourt clients do not work with the libraries of this application.");
    unfit.forEach(one -> one.describe(message));
    IllegalStateException e = new IllegalStateException(message.toString());
    for (UnfitLibrary one : unfit) {
      if (one.cause() != null) {
        e.addSuppressed(one.cause());
      }
    }
    return e;
  }

  private void describe(StringBuilder message) {
    message
        .append("\n- ")
        .append(library)
        .append(
            missing ? " is missing" : found == null ? " is too old" : " " + found + " is too old")
        .append(": ")
        .append(library.lowest())
        .append(" or newer is needed.")
        .append("\n  Maven, in <dependencyManagement> before all imports: <dependency><groupId>")
        .append(library.group())
        .append("</groupId><artifactId>")
        .append(library.artifact())
        .append("</artifactId><version>")
        .append(library.advised())
        .append("</version></dependency>")
        .append("\n  Gradle: implementation(\"")
        .append(library)
        .append(':')
        .append(library.advised())
        .append("\")")
        .append("\n  Who chose it: mvn dependency:tree -Dincludes=")
        .append(library)
        .append(", gradle dependencyInsight --dependency ")
        .append(library.artifact());
  }
}
