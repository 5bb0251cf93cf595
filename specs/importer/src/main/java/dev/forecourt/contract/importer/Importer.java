package dev.forecourt.contract.importer;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Makes a contract of a vendor's OpenAPI file: 2.0, 3.0, 3.1 (3.2 as far as it equals 3.1), JSON or
 * YAML, one file or several.
 *
 * <pre>{@code
 * ImportResult result = Importer.of(Path.of("their-openapi.json")).id("acme").port(4016).run();
 * Files.writeString(Path.of("openapi.yaml"), result.openapi());
 * }</pre>
 *
 * <p>Nothing is written. The same file and options give the same bytes.
 */
public final class Importer {
  private final Path file;
  private String id = "vendor";
  private @Nullable Integer port;
  private @Nullable String auth;
  private @Nullable String paging;
  private @Nullable String operations;

  private Importer(Path file) {
    this.file = file;
  }

  /** An import of this file; files that it refers to are looked for beside it. */
  public static Importer of(Path file) {
    return new Importer(file);
  }

  /** The vendor's id: lower-case letters and digits. Default: made of the title. */
  public Importer id(String id) {
    this.id = id;
    return this;
  }

  /** Port of the stub on a laptop. Default: one between 4100 and 4999 that follows from the id. */
  public Importer port(int port) {
    this.port = port;
    return this;
  }

  /**
   * How callers authenticate, instead of what the file says: {@code none}, {@code basic}, {@code
   * bearer}, {@code header:NAME}, {@code query:NAME}, {@code cookie:NAME}, {@code
   * oauth2:TOKEN-URL}. Default: as the file says, else guessed.
   */
  public Importer auth(String auth) {
    this.auth = auth;
    return this;
  }

  /**
   * How lists are paged, instead of the guess: {@code none}, {@code offset:PARAMETER[,SIZE]},
   * {@code page:PARAMETER[,SIZE]}, {@code cursor:PARAMETER,SIZE,POINTER} or {@code
   * link:PARAMETER[,SIZE]}.
   */
  public Importer paging(String paging) {
    this.paging = paging;
    return this;
  }

  /**
   * Which operations to take: a glob over {@code GET /pets/{id}} or the operationId, such as {@code
   * "* /pets*"}, several separated by commas; or a regular expression between slashes. Default: all.
   */
  public Importer operations(String pattern) {
    this.operations = pattern;
    return this;
  }

  /**
   * Reads the file and makes the contract.
   *
   * @throws ImportRefusal if no contract can be made of it, with every reason
   */
  public ImportResult run() throws IOException {
    throw new UnsupportedOperationException("not yet");
  }

  /**
   * The contract of a new version of the file, with the actions of an overlay that was made for an
   * older one. Actions that no longer match are named in {@link ImportResult#unmatched()}.
   *
   * @param overlay text of {@code overlay.yaml}
   * @throws ImportRefusal as {@link #run()}, or if the overlay is not one
   */
  public ImportResult update(String overlay) throws IOException {
    throw new UnsupportedOperationException("not yet");
  }

  /**
   * Text of {@code openapi.yaml} that follows from a vendor's file and an overlay, as {@code
   * scripts/lint} checks it.
   *
   * @throws ImportRefusal if the file cannot be read, or an action matches nothing
   */
  public static String openapi(Path file, String overlay) throws IOException {
    throw new UnsupportedOperationException("not yet");
  }
}
