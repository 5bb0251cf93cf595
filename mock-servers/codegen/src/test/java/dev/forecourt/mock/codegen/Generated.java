package dev.forecourt.mock.codegen;

import dev.forecourt.mock.contract.Contract;
import io.swagger.parser.OpenAPIParser;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.parser.core.models.ParseOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.openapitools.codegen.ClientOptInput;
import org.openapitools.codegen.DefaultGenerator;

/** Generates a stub from a contract, compiles it with every warning an error, and loads it. */
final class Generated {

  /** Answers each operation with the text of the request it was given. */
  private static final String HARNESS =
      """
      package dev.forecourt.mock.tricky;
      import dev.forecourt.mock.http.MockResponse;
      import dev.forecourt.mock.contract.Contract;
      public final class Harness implements java.util.function.Supplier<Contract> {
        public Harness() {}
        @Override public Contract get() {
          return new TrickyContract(new TrickyApi() {
            @Override public MockResponse createItem(CreateItemRequest request) { return echo(request); }
            @Override public MockResponse addItem(AddItemRequest request) { return echo(request); }
            @Override public MockResponse getKind(GetKindRequest request) { return echo(request); }
            @Override public MockResponse searchItems(SearchItemsRequest request) {
              return request.filter() == null && request.kinds().isEmpty()
                  ? TrickyApi.super.searchItems(request) : echo(request);
            }
            @Override public MockResponse getItem(GetItemRequest request) { return echo(request); }
          });
        }
        private static MockResponse echo(Object request) {
          if (!Thread.holdsLock(dev.forecourt.mock.codegen.Monitor.HELD)) {
            throw new IllegalStateException("The operation runs without the monitor of its input");
          }
          return MockResponse.json(200, request.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
      }
      """;

  /** What a vendor writes by hand beside it. */
  private static final String CALLER =
      """
      package dev.forecourt.mock.tricky;
      public record Caller(String name) {}
      """;

  /** A contract that is compiled, and a caller of it. */
  record Stub(Contract contract, Object caller) {}

  /** Makes answer records and writes them; a refusal is its message. */
  private static final String RECORDS =
      """
      package dev.forecourt.mock.tricky;
      import dev.forecourt.mock.json.*;
      import java.nio.charset.StandardCharsets;
      import java.util.*;
      public final class Records implements java.util.function.BinaryOperator<String> {
        public Records() {}
        @Override public String apply(String action, String json) {
          try {
            Map<String, Object> tree = JsonMember.object("all", JsonReader.read(json.getBytes(StandardCharsets.UTF_8)));
            return switch (action) {
              case "of" -> text(ThingJson.of(tree));
              case "copy" -> text(ThingJson.of(tree).toBuilder().build());
              case "with code" -> text(ThingJson.of(tree).with("code", "new"));
              case "builder" -> text(ThingJson.builder().id(1).name("n").outValue(null).part(null).build());
              case "incomplete" -> text(ThingJson.builder().id(1).build());
              case "constructor" -> text(new PartJson(null, null, Map.of("more", 1L)));
              case "written" -> text(ThingJson.builder().id(1).name("n")
                  .inside(JsonValue.written("{\\"any\\": true}".getBytes(StandardCharsets.UTF_8)))
                  .part(new PartJson(2L, "k", Map.of())).build());
              case "knows" -> tree.keySet().stream().map(ThingJson.NAMES::contains).toList().toString();
              case "get" -> ThingJson.NAMES.stream().map(ThingJson.of(tree)::get).toList().toString();
              case "get open" -> Arrays.asList(PartJson.of(tree).get("size"), PartJson.of(tree).get("more"), PartJson.of(tree).get("other")).toString();
              case "get unknown" -> String.valueOf(ThingJson.of(tree).get("nam"));
              case "shown" -> PartJson.of(tree).toString();
              case "call" -> text(ChosenJson.of(tree));
              default -> throw new IllegalArgumentException(action);
            };
          } catch (RuntimeException | JsonProblem e) {
            return e.getMessage();
          }
        }
        private static String text(JsonValue<?> value) {
          return new String(value.bytes(), StandardCharsets.UTF_8);
        }
      }
      """;

  private Generated() {}

  static Path sources(Path spec, Path folder) {
    ParseOptions parse = new ParseOptions();
    parse.setResolve(true);
    OpenAPI contract =
        new OpenAPIParser().readLocation(spec.toUri().toString(), null, parse).getOpenAPI();
    StubCodegen codegen = new StubCodegen();
    codegen.setOutputDir(folder.toString());
    codegen.additionalProperties().put("vendorId", "tricky");
    codegen.additionalProperties().put("sourceFolder", "java");
    DefaultGenerator generator = new DefaultGenerator();
    generator.setGeneratorPropertyDefault("apis", "false");
    generator.setGeneratorPropertyDefault("models", "false");
    generator.setGeneratorPropertyDefault("supportingFiles", "true");
    generator.opts(new ClientOptInput().openAPI(contract).config(codegen)).generate();
    return folder.resolve("java/dev/forecourt/mock/tricky");
  }

  static Stub stub(Path spec, Path folder) {
    try {
      return load(compile(sources(spec, folder), "Harness", HARNESS, folder));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What is done to the answer records of a contract: an action and JSON give JSON. */
  static BinaryOperator<String> records(Path spec, Path folder) {
    try {
      Path classes = compile(sources(spec, folder), "Records", RECORDS, folder);
      // stays open: what the records use is loaded when they first use it
      URLClassLoader loader =
          new URLClassLoader(new URL[] {classes.toUri().toURL()}, Generated.class.getClassLoader());
      Object harness =
          loader.loadClass("dev.forecourt.mock.tricky.Records").getConstructor().newInstance();
      @SuppressWarnings("unchecked") // it is our own, see RECORDS
      BinaryOperator<String> records = (BinaryOperator<String>) harness;
      return records;
    } catch (IOException | ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  private static Path compile(Path sources, String name, String harness, Path folder) {
    try {
      Files.writeString(sources.resolve(name + ".java"), harness);
      Files.writeString(sources.resolve("Caller.java"), CALLER);
      Path classes = Files.createDirectories(folder.resolve("classes"));
      List<String> arguments =
          new ArrayList<>(List.of("-Xlint:all", "-Werror", "-proc:none", "--release", "17"));
      arguments.addAll(
          List.of("-d", classes.toString(), "-cp", System.getProperty("java.class.path")));
      try (Stream<Path> files = Files.list(sources)) {
        files.map(Path::toString).forEach(arguments::add);
      }
      int code =
          ToolProvider.getSystemJavaCompiler()
              .run(null, null, null, arguments.toArray(String[]::new));
      if (code != 0) {
        throw new AssertionError("The generated code does not compile; see the output above");
      }
      return classes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stub load(Path classes) throws IOException {
    URL[] urls = {classes.toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(urls, Generated.class.getClassLoader())) {
      Supplier<?> harness =
          (Supplier<?>)
              loader.loadClass("dev.forecourt.mock.tricky.Harness").getConstructor().newInstance();
      Contract contract = (Contract) harness.get();
      // the loader is closed on return: load what is used later while it is open
      for (String name :
          List.of(
              "Api$CreateItemRequest",
              "Api$AddItemRequest",
              "Api$GetKindRequest",
              "Api$GetItemRequest",
              "Api$ListItemsRequest",
              "Api$SearchItemsRequest",
              "Api$ChooseItemRequest",
              "Checks",
              "Answers",
              "Operations")) {
        Class.forName("dev.forecourt.mock.tricky.Tricky" + name, true, loader);
      }
      Object caller =
          loader
              .loadClass("dev.forecourt.mock.tricky.Caller")
              .getConstructor(String.class)
              .newInstance("someone");
      return new Stub(contract, caller);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }
}
