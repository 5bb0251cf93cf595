package dev.forecourt.trials.specmatic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SpecmaticReportTest {
  @Test
  void readsTestsInTheOrderInWhichTheyRan() throws IOException, URISyntaxException {
    assertThat(SpecmaticReport.read(file("report.xml")))
        .containsExactly(
            new GeneratedTest("POST /cars", "201", "", null),
            new GeneratedTest(
                "GET /cars/{id}/wheels",
                "4xx",
                "with a request where REQUEST.PARAMETERS.PATH.id is mutated from (1) to 2",
                "RESPONSE.STATUS\nExpected 4xx status, but received 200"));
  }

  @Test
  void refusesAReportOfAContractThatWasNotRead() {
    assertThatThrownBy(() -> SpecmaticReport.read(file("unreadable.xml")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("Specmatic reports 'Contract Tests")
        .hasMessageEndingWith("instead of a test: components.schemas.Car: no such type");
  }

  @Test
  void refusesAMissingReport() {
    assertThatThrownBy(() -> SpecmaticReport.read(Path.of("no-such-report.xml")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("Specmatic wrote no report");
  }

  private static Path file(String name) throws URISyntaxException {
    return Path.of(SpecmaticReportTest.class.getResource(name).toURI());
  }
}
