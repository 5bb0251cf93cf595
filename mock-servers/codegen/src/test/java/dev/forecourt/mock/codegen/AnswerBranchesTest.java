package dev.forecourt.mock.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Contracts of so many operations that their answers fit no single method of Java. */
final class AnswerBranchesTest {

  @TempDir Path folder;

  @Test
  void keepFewOperationsInOneSwitch() {
    AnswerBranches branches = branches(60);

    assertThat(branches.text()).startsWith("case 0 -> a();\ncase 1 -> a();").doesNotContain("part");
    assertThat(branches.methods()).isEmpty();
  }

  @Test
  void groupMany() {
    AnswerBranches branches = branches(61);

    assertThat(branches.text().lines().map(String::strip))
        .hasSize(2)
        .last()
        .isEqualTo("case 60 -> part1(operation);");
    assertThat(branches.methods()).hasSize(2);
    assertThat(branches.methods().get(1))
        .isEqualTo(
            "  void part1(int operation) {%n    switch (operation) {%ncase 60 -> a();%n    }%n  }"
                .formatted());
  }

  @Test
  void answerAllOfManyOperations() {
    String paths =
        IntStream.range(0, 130)
            .mapToObj(
                each ->
                    "  /p%d: {get: {operationId: getP%1$d, responses: {'200': {description: ok, content: {application/json: {schema: {type: object, required: [n], properties: {n: {type: integer, enum: [%1$d]}}}}}}}}}"
                        .formatted(each))
            .collect(Collectors.joining("\n"));
    String contract =
        "openapi: 3.0.3\ninfo: {title: Many, version: '1'}\nx-mock-port: 4999\npaths:\n" + paths;

    try (Harness stub = Harness.of(contract, folder)) {
      for (int each : new int[] {0, 59, 60, 129}) {
        assertThat(stub.send("GET /p" + each).text()).isEqualTo("{\"n\":" + each + "}");
      }
    }
  }

  private static AnswerBranches branches(int count) {
    return new AnswerBranches(
        "void part%d(int operation)",
        "part%d(operation)",
        "switch (operation) {",
        "    }",
        IntStream.range(0, count).mapToObj(each -> "case " + each + " -> a();").toList());
  }
}
