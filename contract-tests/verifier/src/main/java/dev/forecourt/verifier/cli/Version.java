package dev.forecourt.verifier.cli;

import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/** The version of the JAR. */
final class Version implements IVersionProvider {

  @Override
  public String[] getVersion() {
    String version = Version.class.getPackage().getImplementationVersion();
    return new String[] {
      "forecourt-verifier " + Objects.requireNonNullElse(version, "of a working copy")
    };
  }
}
