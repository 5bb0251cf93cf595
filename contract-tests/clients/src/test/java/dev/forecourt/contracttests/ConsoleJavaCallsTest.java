package dev.forecourt.contracttests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.forecourt.contract.publish.PublishedForm;
import dev.forecourt.contract.tools.Bundle;
import dev.forecourt.contract.tools.Contracts;
import dev.forecourt.contract.tools.DocumentedRequest;
import dev.forecourt.contract.tools.DocumentedRequests;
import dev.forecourt.mock.MockServer;
import dev.forecourt.mock.journal.RecordedRequest;
import dev.forecourt.mock.vendor.Vendor;
import dev.forecourt.runtime.errors.VendorResponseException;
import java.io.IOException;
import java.io.StringWriter;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The Java that the console shows beside a call: it compiles with our clients and makes that call.
 * The calls are those that the contracts show.
 */
@Tag("node")
class ConsoleJavaCallsTest {
  private static final Path SPECS = Path.of(System.getProperty("forecourt.specs"));
  private static final Path SCRIPT =
      SPECS.resolveSibling("mock-servers/console/browser/java-calls.mjs");
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;

  @ParameterizedTest
  @MethodSource("vendors")
  void compilesAndCallsTheOperation(String vendor) throws Exception {
    List<DocumentedRequest> documented = DocumentedRequests.of(SPECS.resolve(vendor)).complete();

    try (MockServer mock = MockServer.builder(vendor).start()) {
      List<String> code = javaOf(vendor, mock, documented);
      compile(code);
      List<String> called = new ArrayList<>();
      try (URLClassLoader classes =
          new URLClassLoader(new URL[] {folder.toUri().toURL()}, getClass().getClassLoader())) {
        for (int i = 0; i < code.size(); i++) {
          run(classes.loadClass("Call" + i));
          called.add(lastOperation(mock));
        }
      }

      assertThat(called)
          .isEqualTo(documented.stream().map(DocumentedRequest::operationId).toList());
    }
  }

  static List<String> vendors() throws IOException {
    return Contracts.vendors(SPECS);
  }

  private static List<String> javaOf(
      String vendor, MockServer mock, List<DocumentedRequest> documented) throws Exception {
    ObjectNode told = JSON.createObjectNode();
    String base = mock.baseUri().toString().replaceAll("/$", "");
    told.putObject("vendor")
        .put("id", vendor)
        .put("baseUrl", base)
        .set("credentials", JSON.valueToTree(testCredentials(vendor)));
    told.set("contract", PublishedForm.of(Bundle.of(SPECS.resolve(vendor))));
    ArrayNode calls = told.putArray("calls");
    for (DocumentedRequest each : documented) {
      ObjectNode call = calls.addObject();
      call.put("method", each.method()).put("url", base + each.target()).put("body", each.body());
      call.set("headers", JSON.valueToTree(each.headers()));
    }
    List<String> code = new ArrayList<>();
    for (JsonNode each : JSON.readTree(node(told.toString()))) {
      code.add(each.asText());
    }
    return code;
  }

  private static Object testCredentials(String vendor) {
    return ServiceLoader.load(Vendor.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(each -> each.id().equals(vendor))
        .findFirst()
        .orElseThrow()
        .testCredentials();
  }

  private static String node(String input) throws Exception {
    Process process =
        new ProcessBuilder("node", SCRIPT.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (var out = process.getOutputStream()) {
      out.write(input.getBytes(StandardCharsets.UTF_8));
    }
    String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    return told;
  }

  private void compile(List<String> code) throws IOException {
    List<Path> files = new ArrayList<>();
    for (int i = 0; i < code.size(); i++) {
      int end = code.get(i).indexOf("\n\n");
      String source =
          code.get(i).substring(0, end)
              + "\npublic class Call%d { public static void run() {".formatted(i)
              + code.get(i).substring(end)
              + "}}\n";
      files.add(Files.writeString(folder.resolve("Call" + i + ".java"), source));
    }
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter told = new StringWriter();
    List<String> options =
        List.of(
            "-proc:none", "-d", folder.toString(), "-cp", System.getProperty("java.class.path"));

    boolean compiled =
        compiler
            .getTask(told, null, null, options, null, manager(compiler, files))
            .call();

    assertThat(compiled).as(told + "\n" + String.join("\n\n", code)).isTrue();
  }

  private static Iterable<? extends javax.tools.JavaFileObject> manager(
      JavaCompiler compiler, List<Path> files) {
    return compiler.getStandardFileManager(null, null, null).getJavaFileObjectsFromPaths(files);
  }

  /** A refusal of the vendor is an answer too: an example may name an id that is not there. */
  private static void run(Class<?> call) throws ReflectiveOperationException {
    try {
      call.getMethod("run").invoke(null);
    } catch (InvocationTargetException e) {
      assertThat(e.getCause())
          .as(call.getName())
          .isInstanceOfSatisfying(
              VendorResponseException.class,
              refused -> assertThat(refused.status()).isIn(404, 409, 422));
    }
  }

  private static String lastOperation(MockServer mock) {
    List<RecordedRequest> requests = mock.requests();
    return requests.get(requests.size() - 1).operation();
  }
}
