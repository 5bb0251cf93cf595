package dev.forecourt.mock.codegen;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Public files outside of the checkout, tried on demand. */
final class CorpusTest {

  @Test
  @EnabledIfSystemProperty(
      named = "corpus",
      matches = ".+",
      disabledReason = "give -Dcorpus=FOLDER")
  void triesTheFilesOfAFolder(@TempDir Path scratch) throws IOException {
    new Corpus(System.out, scratch).run(Path.of(System.getProperty("corpus")));
  }
}
