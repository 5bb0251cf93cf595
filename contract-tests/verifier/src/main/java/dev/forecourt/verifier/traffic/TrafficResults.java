package dev.forecourt.verifier.traffic;

import dev.forecourt.verifier.contract.Spot;
import dev.forecourt.verifier.output.Case;
import dev.forecourt.verifier.output.ContractFiles;
import dev.forecourt.verifier.output.Level;
import dev.forecourt.verifier.output.Note;
import dev.forecourt.verifier.output.Place;
import dev.forecourt.verifier.output.Results;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes a report of what was seen: an operation is a case, the worst first. */
final class TrafficResults {
  private static final int MOST_NEAR = 5;

  private final Traffic traffic;
  private final TrafficOptions options;
  private final ReviewedDrift reviewed;
  private final DriftText text;
  private final List<Note> notices = new ArrayList<>();
  private final List<Case> cases = new ArrayList<>();
  private long kept;

  TrafficResults(Traffic traffic, TrafficOptions options) throws IOException {
    this.traffic = traffic;
    this.options = options;
    this.reviewed = ReviewedDrift.read(options.reviewed());
    this.text = new DriftText(options.showValues());
  }

  Results results() {
    long met = 0;
    for (Map.Entry<String, VendorTraffic> each : traffic.vendors().entrySet()) {
      if (!traffic.hosts(each.getKey()).isEmpty() || isSeen(each.getValue())) {
        met += vendor(each.getKey(), each.getValue());
      } else {
        unseen(each.getKey());
      }
    }
    cases.sort(Comparator.comparing(Case::group));
    rest();
    List<String> unused = reviewed.unused();
    if (!unused.isEmpty()) {
      String group = "Reviewed list " + options.reviewed();
      cases.add(
          Case.of(
              group,
              "entries that nothing needs",
              unused.stream()
                  .map(each -> Note.of("reviewed.unused", Level.ERROR, "delete " + each))
                  .toList()));
    }
    return new Results("traffic", cases, notices, summary(met));
  }

  /** A vendor whose host was called, but none of its operations. */
  private void unseen(String vendor) {
    List<Note> notes = unknown(vendor, ContractFiles.of(folder(vendor)));
    if (!notes.isEmpty()) {
      cases.add(Case.of(vendor, "operations that the contract does not have", notes));
    }
  }

  private @Nullable Path folder(String vendor) {
    return options.specs() == null ? null : options.specs().resolve(vendor);
  }

  private static boolean isSeen(VendorTraffic vendor) {
    return vendor.operations().stream().anyMatch(each -> each.count() > 0);
  }

  private String summary(long met) {
    long findings =
        cases.stream()
            .flatMap(each -> each.notes().stream())
            .filter(note -> note.level() == Level.ERROR)
            .count();
    String read =
        "%,d exchange(s), %,d of them of known operations".formatted(traffic.exchanges(), met);
    if (traffic.exchanges() == 0) {
      return read + ". Nothing was checked";
    }
    return findings == 0
        ? read + ". No drift"
        : "%s. %,d difference(s) from the contract".formatted(read, findings);
  }

  private long vendor(String vendor, VendorTraffic seen) {
    ContractFiles files = ContractFiles.of(folder(vendor));
    List<OperationTraffic> operations =
        seen.operations().stream().filter(each -> each.count() > 0).toList();
    long count = operations.stream().mapToLong(OperationTraffic::count).sum();
    Set<String> hosts = traffic.hosts(vendor);
    String group =
        "%s: %,d exchange(s), %d of %d operations%s"
            .formatted(
                vendor,
                count,
                operations.size(),
                seen.operations().size(),
                hosts.isEmpty()
                    ? ""
                    : ", at " + hosts.stream().limit(5).collect(Collectors.joining(", ")));
    operations.stream()
        .map(each -> operation(group, vendor, seen, each, files))
        .sorted(Comparator.comparing((Case each) -> -errors(each)))
        .forEach(cases::add);
    List<Note> undocumented = unknown(vendor, files);
    if (!undocumented.isEmpty()) {
      cases.add(Case.of(group, "operations that the contract does not have", undocumented));
    }
    List<String> never =
        seen.operations().stream()
            .filter(each -> each.count() == 0)
            .map(each -> each.operation().text("operationId"))
            .toList();
    if (!never.isEmpty()) {
      notice("never.operation", vendor + ", never seen: " + String.join(", ", never));
    }
    return count;
  }

  private static long errors(Case of) {
    return of.notes().stream().filter(note -> note.level() == Level.ERROR).count();
  }

  private Case operation(
      String group,
      String vendor,
      VendorTraffic seen,
      OperationTraffic traffic,
      ContractFiles files) {
    Spot operation = traffic.operation();
    String id = operation.text("operationId");
    List<Note> notes = new ArrayList<>();
    for (Drift each : traffic.drifts()) {
      String pointer = DriftText.pointer(each);
      if (each.level() != Level.NOTE
          && reviewed.explains(vendor, id, each.first().rule(), pointer)) {
        kept++;
      } else {
        notes.add(
            new Note(
                each.first().rule(),
                each.level(),
                text.of(each),
                new Place(each.recorded().file(), 0, DriftText.place(each)),
                files.place("#" + pointer)));
      }
    }
    if (traffic.more() > 0) {
      notes.add(
          Note.of(
              "traffic.more",
              Level.ERROR,
              "and %,d findings of other kinds".formatted(traffic.more())));
    }
    if (traffic.leftOut() > 0) {
      notes.add(
          Note.of(
              "recording.body",
              Level.NOTE,
              "%,d body(s) are not in the recording, too large or no text: not checked"
                  .formatted(traffic.leftOut())));
    }
    if (traffic.encoded() > 0) {
      notes.add(
          Note.of(
              "recording.encoding",
              Level.WARNING,
              "%,d body(s) are compressed in a way that is not read here, such as brotli: not checked. Record them decompressed, or ask for gzip (Accept-Encoding)"
                  .formatted(traffic.encoded())));
    }
    notes.addAll(never(seen, traffic, files));
    return Case.of(group, id + "  " + address(operation) + "  " + statuses(traffic), notes);
  }

  private static String address(Spot operation) {
    String[] steps = operation.pointer().split("/");
    return steps[3].toUpperCase(Locale.ROOT) + " " + steps[2].replace("~1", "/");
  }

  private static String statuses(OperationTraffic traffic) {
    return traffic.statuses().entrySet().stream()
        .map(each -> each.getKey() + " ×" + each.getValue())
        .collect(Collectors.joining(", "));
  }

  private List<Note> never(VendorTraffic seen, OperationTraffic traffic, ContractFiles files) {
    Map<String, Set<String>> never = NeverSeen.of(seen, traffic);
    if (never.isEmpty()) {
      return List.of();
    }
    if (options.never()) {
      return never.entrySet().stream()
          .map(
              each ->
                  new Note(
                      "never." + each.getKey(),
                      Level.NOTE,
                      each.getKey() + " that never came: " + String.join(", ", each.getValue()),
                      Place.NONE,
                      files.place(traffic.operation().pointer())))
          .toList();
    }
    return List.of(
        Note.of(
            "never",
            Level.NOTE,
            never.entrySet().stream()
                .map(each -> each.getValue().size() + " " + each.getKey())
                .collect(Collectors.joining(", ", "never came: ", " (--never lists them)"))));
  }

  /** Requests of a vendor that its contract does not have. */
  private List<Note> unknown(String vendor, ContractFiles files) {
    List<Note> notes = new ArrayList<>();
    traffic
        .unmatched()
        .of(vendor)
        .forEach(
            (request, seen) -> {
              boolean refused = Set.of(404, 405, 501).contains(seen.status());
              // HTTP answers HEAD wherever it answers GET
              boolean head = request.known() && request.method().equals("HEAD");
              String rule = request.known() ? "request.method" : "request.path";
              String what =
                  "%s %s, %s".formatted(request.method(), request.path(), times(seen.count()));
              String pointer = "/paths/" + request.path().replace("/", "~1");
              if (!reviewed.explains(vendor, "-", rule, pointer)) {
                notes.add(
                    new Note(
                        rule,
                        refused || head ? Level.NOTE : Level.ERROR,
                        (request.known() ? "undocumented method: " : "undocumented path: ")
                            + what
                            + (refused ? "; the answer is " + seen.status() : ""),
                        new Place(seen.file(), 0, seen.place()),
                        files.place("/paths")));
              }
            });
    return notes;
  }

  private static String times(long count) {
    return count == 1 ? "once" : count + " times";
  }

  private void rest() {
    List<Map.Entry<Unmatched.Request, Unmatched.Seen>> others =
        traffic.unmatched().ofNobody(traffic.vendors().keySet());
    if (!others.isEmpty()) {
      long count = others.stream().mapToLong(each -> each.getValue().count()).sum();
      String near =
          others.stream()
              .sorted(Comparator.comparing(each -> !each.getKey().known()))
              .limit(MOST_NEAR)
              .map(
                  each ->
                      each.getKey().method()
                          + " "
                          + each.getKey().host()
                          + each.getKey().path()
                          + (each.getKey().known() ? " (path known, method not)" : ""))
              .collect(Collectors.joining("; "));
      notice("traffic.other", "%,d of no vendor, such as %s".formatted(count, near));
    }
    traffic
        .skipped()
        .forEach((why, count) -> notice("traffic.skipped", "%,d %s".formatted(count, why.words())));
    if (kept > 0) {
      notice("reviewed", kept + " difference(s) are in the reviewed list");
    }
    traffic.notices().forEach(each -> notice("recording", each));
  }

  private void notice(String rule, String message) {
    notices.add(Note.of(rule, Level.NOTE, message));
  }
}
