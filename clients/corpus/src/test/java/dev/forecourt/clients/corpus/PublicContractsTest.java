package dev.forecourt.clients.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Other people's contracts, which are not ours to keep: {@code -Dcorpus=folder}. */
@EnabledIfSystemProperty(named = "corpus", matches = ".+")
class PublicContractsTest {
  @TempDir Path folder;

  @Test
  void compilesWhatIsGeneratedAndLosesNothing() throws IOException {
    List<Path> contracts = Corpus.contracts(Path.of(System.getProperty("corpus")));

    List<Result> results = new ArrayList<>();
    for (Path contract : contracts) {
      results.add(Result.of(contract, folder));
      System.out.println(results.get(results.size() - 1));
    }

    assertThat(results).allMatch(result -> result.errors().isEmpty());
    assertThat(results).allMatch(result -> result.wrong().isEmpty());
  }
}
