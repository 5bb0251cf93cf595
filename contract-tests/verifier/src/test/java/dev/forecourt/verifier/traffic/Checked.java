package dev.forecourt.verifier.traffic;

import dev.forecourt.verifier.Checkout;
import dev.forecourt.verifier.contract.VendorContracts;
import dev.forecourt.verifier.output.Case;
import dev.forecourt.verifier.output.Format;
import dev.forecourt.verifier.output.Level;
import dev.forecourt.verifier.output.Note;
import dev.forecourt.verifier.output.Results;
import dev.forecourt.verifier.pact.PactReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the verifier says of recordings. */
record Checked(Traffic traffic, Results results, String progress) {

  static Checked of(Path... recordings) throws IOException {
    return with(options(Checkout.file("specs"), null), recordings);
  }

  static TrafficOptions options(Path specs, @Nullable Path reviewed) {
    return new TrafficOptions(null, specs, false, false, reviewed);
  }

  static Checked with(TrafficOptions options, Path... recordings) throws IOException {
    ByteArrayOutputStream progress = new ByteArrayOutputStream();
    Traffic traffic =
        Traffic.of(VendorContracts.in(options.specs()), options, PactReader::exchanges);
    for (Path each : recordings) {
      traffic.read(each, new PrintStream(progress, true, StandardCharsets.UTF_8));
    }
    return new Checked(traffic, traffic.results(), progress.toString(StandardCharsets.UTF_8));
  }

  /** {@code operation | rule | message} of all that counts. */
  List<String> errors() {
    return notes(Level.ERROR);
  }

  List<String> notes(Level level) {
    return results.cases().stream()
        .flatMap(
            each ->
                each.notes().stream()
                    .filter(note -> note.level() == level)
                    .map(note -> line(each, note)))
        .toList();
  }

  private static String line(Case of, Note note) {
    return of.name().replaceFirst(" .*", "") + " | " + note.rule() + " | " + note.message();
  }

  /** {@code place in the contract} of all that counts. */
  List<String> places() {
    return results.cases().stream()
        .flatMap(each -> each.notes().stream())
        .filter(note -> note.level() == Level.ERROR)
        .map(note -> note.contract().path())
        .toList();
  }

  List<String> notices() {
    return results.notices().stream().map(Note::message).toList();
  }

  String written(Format format) {
    StringBuilder text = new StringBuilder();
    format.write(results, text);
    return text.toString();
  }
}
