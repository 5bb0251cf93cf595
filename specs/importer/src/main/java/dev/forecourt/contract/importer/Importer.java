package dev.forecourt.contract.importer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.forecourt.contract.importer.edit.Draft;
import dev.forecourt.contract.importer.edit.Step;
import dev.forecourt.contract.importer.guarantee.ComponentNames;
import dev.forecourt.contract.importer.guarantee.Operation;
import dev.forecourt.contract.importer.guarantee.OperationNames;
import dev.forecourt.contract.importer.guarantee.Port;
import dev.forecourt.contract.importer.guarantee.Security;
import dev.forecourt.contract.importer.guarantee.Servers;
import dev.forecourt.contract.importer.guarantee.Tags;
import dev.forecourt.contract.importer.guess.AuthChoice;
import dev.forecourt.contract.importer.guess.Authentication;
import dev.forecourt.contract.importer.guess.Convention;
import dev.forecourt.contract.importer.guess.ErrorShape;
import dev.forecourt.contract.importer.guess.Paging;
import dev.forecourt.contract.importer.guess.PagingChoice;
import dev.forecourt.contract.importer.overlay.Action;
import dev.forecourt.contract.importer.overlay.Applier;
import dev.forecourt.contract.importer.overlay.BadOverlay;
import dev.forecourt.contract.importer.overlay.Overlay;
import dev.forecourt.contract.importer.repair.AnyMediaType;
import dev.forecourt.contract.importer.repair.Examples;
import dev.forecourt.contract.importer.repair.Paths;
import dev.forecourt.contract.importer.repair.References;
import dev.forecourt.contract.importer.repair.Schemas;
import dev.forecourt.contract.importer.repair.Structure;
import dev.forecourt.contract.importer.repair.Version;
import dev.forecourt.contract.importer.source.Source;
import dev.forecourt.contract.importer.source.SourceReader;
import dev.forecourt.contract.importer.source.UnreadableSource;
import dev.forecourt.contract.importer.text.TreeWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.PatternSyntaxException;
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
   * "* /pets*"}, several separated by commas; or a regular expression between slashes. Default:
   * all.
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
    return imported(List.of());
  }

  /**
   * The contract of a new version of the file, with the actions of an overlay that was made for an
   * older one. Actions that no longer match are named in {@link ImportResult#unmatched()}.
   *
   * @param overlay text of {@code overlay.yaml}
   * @throws ImportRefusal as {@link #run()}, or if the overlay is not one
   */
  public ImportResult update(String overlay) throws IOException {
    try {
      return imported(Overlay.read(overlay));
    } catch (BadOverlay e) {
      throw refusal(List.of(e.getMessage()));
    }
  }

  private ImportResult imported(List<Action> old) throws IOException {
    List<String> wrong = options();
    if (!wrong.isEmpty()) {
      throw refusal(wrong);
    }
    Source source = source(file);
    ObjectNode base = source.document().deepCopy();
    Draft draft = new Draft(source.document());
    draft.repaired(source.repairs());
    draft.leftOut(source.leftOut());
    List<ImportResult.Unmatched> unmatched = Replay.of(old, draft);
    List<ImportResult.Kept> kept =
        draft.actions().stream()
            .map(each -> new ImportResult.Kept(each.target(), each.description()))
            .toList();
    try {
      steps(draft).forEach(step -> step.apply(draft));
    } catch (PatternSyntaxException e) {
      throw refusal(List.of("--operations " + operations + ": " + e.getDescription()));
    }
    if (Operation.of(draft.root()).isEmpty()) {
      throw refusal(NoOperation.reasons(draft));
    }
    String overlay = Overlay.write(title(draft), "vendor/" + mainFile(source), draft.actions());
    String openapi = TreeWriter.yaml(draft.root());
    String again = applied(base, overlay);
    if (!again.equals(openapi)) {
      throw new IllegalStateException(
          file
              + ": the overlay does not give the contract again; this is a defect of the"
              + " importer.");
    }
    return Results.of(id, source, draft, openapi, overlay, unmatched, kept);
  }

  private List<String> options() {
    List<String> wrong = new ArrayList<>();
    if (!id.matches("[a-z][a-z0-9]*")) {
      wrong.add("id '" + id + "' must be lower-case letters and digits, such as acme.");
    }
    if (port != null && (port < 1024 || port > 65535)) {
      wrong.add("port " + port + " must be from 1024 to 65535.");
    }
    wrong.addAll(AuthChoice.problems(auth));
    wrong.addAll(PagingChoice.problems(paging));
    return wrong;
  }

  private List<Step> steps(Draft draft) {
    List<Step> steps = new ArrayList<>();
    steps.add(new Version());
    steps.add(new Structure(id));
    if (operations != null) {
      steps.add(new Selection(operations));
    }
    steps.add(new References());
    steps.add(new Schemas());
    steps.add(new AnyMediaType());
    steps.add(new Paths());
    steps.add(new Security());
    steps.add(new ComponentNames());
    steps.add(new OperationNames());
    steps.add(new Tags());
    steps.add(new Servers(id));
    steps.add(new Port(id, port));
    steps.add(new Examples());
    steps.add(new Authentication(auth));
    steps.add(new ErrorShape());
    steps.add(new Paging(paging));
    steps.add(new Convention());
    return steps;
  }

  private static String title(Draft draft) {
    return "Contract of " + draft.root().path("info").path("title").asText();
  }

  private String mainFile(Source source) {
    String name = file.getFileName().toString();
    return source.files().keySet().stream()
        .filter(each -> each.equals(name) || each.endsWith("/" + name))
        .findFirst()
        .orElse(name);
  }

  private Source source(Path path) throws IOException {
    try {
      return SourceReader.read(path);
    } catch (UnreadableSource e) {
      throw refusal(e.reasons());
    }
  }

  private ImportRefusal refusal(List<String> reasons) {
    return new ImportRefusal(file.getFileName().toString(), reasons);
  }

  /**
   * Text of {@code openapi.yaml} that follows from a vendor's file and an overlay, as {@code
   * scripts/lint} checks it.
   *
   * @throws ImportRefusal if the file cannot be read, or an action matches nothing
   */
  public static String openapi(Path file, String overlay) throws IOException {
    Importer importer = of(file);
    ObjectNode base = importer.source(file).document();
    try {
      return applied(base, overlay);
    } catch (BadOverlay e) {
      throw importer.refusal(List.of(e.getMessage()));
    }
  }

  private static String applied(ObjectNode base, String overlay) {
    List<String> nothing = new ArrayList<>();
    for (Action each : Overlay.read(overlay)) {
      if (!Applier.apply(each, base)) {
        nothing.add(each.target() + " (" + each.description() + ")");
      }
    }
    if (!nothing.isEmpty()) {
      throw BadOverlay.matchingNothing(nothing);
    }
    return TreeWriter.yaml(base);
  }
}
