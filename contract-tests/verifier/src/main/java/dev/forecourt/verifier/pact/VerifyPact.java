package dev.forecourt.verifier.pact;

import com.fasterxml.jackson.databind.JsonNode;
import dev.forecourt.verifier.check.Exchange;
import dev.forecourt.verifier.check.Finding;
import dev.forecourt.verifier.output.Case;
import dev.forecourt.verifier.output.Case.Verdict;
import dev.forecourt.verifier.output.ContractFiles;
import dev.forecourt.verifier.output.Level;
import dev.forecourt.verifier.output.Lines;
import dev.forecourt.verifier.output.Note;
import dev.forecourt.verifier.output.Place;
import dev.forecourt.verifier.output.Results;
import dev.forecourt.verifier.replay.PactFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Answers a team that brings pacts of its own: the contract allows them, and our stub keeps them.
 */
public final class VerifyPact {
  private final VerifyPactOptions options;
  private final Map<String, PactChecker> checkers = new TreeMap<>();
  private final Map<String, StubCheck> stubs = new TreeMap<>();
  private final List<Case> cases = new ArrayList<>();

  // both work while the stub is asked
  private final ExecutorService checking = Executors.newSingleThreadExecutor(VerifyPact::daemon);
  private final ExecutorService comparing = Executors.newSingleThreadExecutor(VerifyPact::daemon);

  private int messages;

  private VerifyPact(VerifyPactOptions options) {
    this.options = options;
  }

  /**
   * Whether the vendors can be expected to do what the pacts say, with every reason. Throws {@link
   * IllegalArgumentException} for what cannot be checked.
   */
  public static Results run(VerifyPactOptions options) throws IOException {
    VerifyPact verify = new VerifyPact(options);
    try {
      // all are read first: a wrong name in the last file is told before minutes of work
      Map<Path, JsonNode> documents = new LinkedHashMap<>();
      for (Path file : PactFiles.of(options.files())) {
        JsonNode document = PactFile.document(file);
        verify.vendor(file, document);
        documents.put(file, document);
      }
      for (Map.Entry<Path, JsonNode> each : documents.entrySet()) {
        verify.file(each.getKey(), each.getValue());
      }
      return verify.results();
    } finally {
      verify.checking.shutdownNow();
      verify.comparing.shutdownNow();
      verify.stubs.values().forEach(StubCheck::close);
    }
  }

  /** The vendor of a pact; its messages are those of a provider {@code <vendor>-webhooks}. */
  private String vendor(Path file, JsonNode document) {
    if (options.vendor() != null) {
      options.contracts().requireKnown(options.vendor());
      return options.vendor();
    }
    String provider = document.at("/provider/name").asText();
    String id = provider.toLowerCase(Locale.ROOT).replaceFirst("-webhooks$", "");
    if (!options.contracts().vendors().contains(id)) {
      throw new IllegalArgumentException(
          "%s is about the provider '%s', which is no vendor that is known. Say which one is meant: --vendor, one of %s."
              .formatted(file, provider, options.contracts().vendors()));
    }
    return id;
  }

  private void file(Path file, JsonNode document) throws IOException {
    String vendor = vendor(file, document);
    List<PactEntry> entries = PactReader.read(document);
    String group =
        "%s: %s expects %d interaction(s) of %s"
            .formatted(
                file.getFileName(), document.at("/consumer/name").asText(), entries.size(), vendor);
    PactNotes notes =
        new PactNotes(
            file,
            ContractFiles.of(options.specs() == null ? null : options.specs().resolve(vendor)));
    List<Future<List<Finding>>> checked = new ArrayList<>();
    for (PactEntry entry : entries) {
      checked.add(checking.submit(() -> checker(vendor).findings(entry)));
    }
    List<Future<List<StubCheck.Difference>>> played = new ArrayList<>();
    for (PactEntry entry : entries) {
      Callable<List<StubCheck.Difference>> differences = List::of;
      if (entry.exchange().kind() != Exchange.Kind.CALL) {
        messages++;
      } else if (entry.plugins().isEmpty()) {
        differences = stub(vendor).play(document, entry, file);
      }
      played.add(comparing.submit(differences));
    }
    for (int i = 0; i < entries.size(); i++) {
      PactEntry entry = entries.get(i);
      List<Note> all = new ArrayList<>(notes.of(done(checked.get(i))));
      all.addAll(notes.ofStub(done(played.get(i))));
      cases.add(new Case(group, entry.exchange().description(), entry.pending(), all));
    }
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "forecourt-verify-pact");
    thread.setDaemon(true);
    return thread;
  }

  /** Once for all pacts of a vendor. */
  private PactChecker checker(String vendor) {
    return checkers.computeIfAbsent(vendor, name -> PactChecker.of(options.contracts().of(name)));
  }

  private static <T> T done(Future<T> running) throws IOException {
    try {
      return running.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException mistake) {
        throw mistake;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted before the pacts were checked", e);
    }
  }

  private StubCheck stub(String vendor) throws IOException {
    if (!stubs.containsKey(vendor)) {
      stubs.put(vendor, new StubCheck(vendor, options.states()));
    }
    return stubs.get(vendor);
  }

  private Results results() {
    List<Note> notices = new ArrayList<>();
    for (StubCheck stub : stubs.values()) {
      for (String state : stub.unknownStates()) {
        notices.add(
            notice(
                "state.unknown",
                "state '%s' was not brought about; the stub had its start data. --states FILE maps it",
                state));
      }
      for (String name : stub.unknownValues()) {
        notices.add(
            notice(
                "state.value",
                "no state gives the value '%s'; the example of the pact was sent. Give it by the"
                    + " state's params, or by --states FILE: {\"the state\": {\"values\": {\"%1$s\": ...}}}",
                name));
      }
    }
    if (messages > 0) {
      notices.add(
          notice(
              "message.sent",
              "%s message(s) were verified against the contract only; the stub sent none",
              messages));
    }
    Results results = new Results("pact", cases, notices, "");
    long pending = results.count(Verdict.PENDING);
    return new Results(
        "pact",
        cases,
        notices,
        "%d of %d right%s. %s"
            .formatted(
                results.count(Verdict.RIGHT),
                cases.size(),
                pending == 0 ? "" : ", " + pending + " pending",
                results.good() ? "Accepted" : "Refused"));
  }

  private static Note notice(String rule, String text, Object value) {
    return Note.of(rule, Level.NOTE, text.formatted(value));
  }

  /** Findings about one file, with their lines. */
  private static final class PactNotes {
    private final Path file;
    private final ContractFiles contract;
    private Lines lines;

    PactNotes(Path file, ContractFiles contract) {
      this.file = file;
      this.contract = contract;
    }

    List<Note> of(List<Finding> findings) {
      return findings.stream()
          .map(
              each ->
                  new Note(
                      each.rule(),
                      Level.ERROR,
                      "contract: " + each.message(),
                      place(each.inPact()),
                      contract.place(each.inContract())))
          .toList();
    }

    List<Note> ofStub(List<StubCheck.Difference> differences) {
      return differences.stream()
          .map(
              each ->
                  new Note(
                      each.rule(), Level.ERROR, each.message(), place(each.place()), Place.NONE))
          .toList();
    }

    private Place place(String path) {
      if (lines == null) {
        lines = Lines.of(file);
      }
      return Place.in(file, lines, path);
    }
  }
}
