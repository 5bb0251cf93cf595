package dev.forecourt.verifier.output;

import java.io.IOException;
import java.io.UncheckedIOException;

/** How results are written. */
public enum Format {
  /** For people. */
  TEXT {
    @Override
    void append(Results results, Appendable out) throws IOException {
      TextFormat.append(results, out);
    }
  },
  /** One object with everything. */
  JSON {
    @Override
    void append(Results results, Appendable out) throws IOException {
      JsonFormat.append(results, out);
    }
  },
  /** For the test reports of build servers. */
  JUNIT {
    @Override
    void append(Results results, Appendable out) throws IOException {
      JunitFormat.append(results, out);
    }
  },
  /** Static Analysis Results Interchange Format 2.1.0, for marks beside the lines of files. */
  SARIF {
    @Override
    void append(Results results, Appendable out) throws IOException {
      SarifFormat.append(results, out);
    }
  };

  abstract void append(Results results, Appendable out) throws IOException;

  /** Writes results; ends with a line break. */
  public void write(Results results, Appendable out) {
    try {
      append(results, out);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write the results", e);
    }
  }
}
