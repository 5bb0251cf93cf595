package dev.forecourt.mock.codegen;

import dev.forecourt.mock.http.MockRequest;
import dev.forecourt.mock.http.MockResponse;
import dev.forecourt.mock.vendor.MockSettings;
import dev.forecourt.mock.vendor.Vendor;
import dev.forecourt.mock.vendor.VendorStub;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** Generates the stub of a file, compiles it, and talks to it. */
final class Harness implements AutoCloseable {

  private final List<String> notes;
  private final Vendor vendor;
  private final VendorStub stub;
  private final URLClassLoader loader;

  private Harness(List<String> notes, Vendor vendor, VendorStub stub, URLClassLoader loader) {
    this.notes = notes;
    this.vendor = vendor;
    this.stub = stub;
    this.loader = loader;
  }

  /** The stub of a contract that is written here, in YAML or JSON. */
  static Harness of(String contract, Path folder) {
    try {
      return of(Files.writeString(folder.resolve("openapi.yaml"), contract), folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The stub of a file. */
  static Harness of(Path file, Path folder) {
    List<String> notes = generate(file, folder);
    compile(folder);
    return open(notes, folder);
  }

  /** Generates beside what is in the folder {@code hand}, if there is one. */
  static List<String> generate(Path file, Path folder) {
    return StubGenerator.generate(
        file, "acme", folder.resolve("hand"), folder.resolve("java"), folder.resolve("classes"));
  }

  /** Compiles what was generated. Throws {@link AssertionError} with what the compiler says. */
  static void compile(Path folder) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "-nowarn",
                "-proc:none",
                "--release",
                "17",
                "-encoding",
                "UTF-8",
                "-XDuseUnsharedTable=true"));
    Path classes = folder.resolve("classes");
    arguments.addAll(
        List.of("-d", classes.toString(), "-cp", System.getProperty("java.class.path")));
    try (Stream<Path> files = Files.walk(folder)) {
      files.map(Path::toString).filter(each -> each.endsWith(".java")).forEach(arguments::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    java.io.ByteArrayOutputStream said = new java.io.ByteArrayOutputStream();
    int code =
        ToolProvider.getSystemJavaCompiler()
            .run(null, said, said, arguments.toArray(String[]::new));
    if (code != 0) {
      throw new AssertionError(said.toString(StandardCharsets.UTF_8));
    }
  }

  static Harness open(List<String> notes, Path folder) {
    try {
      URL[] urls = {folder.resolve("classes").toUri().toURL()};
      URLClassLoader loader = new URLClassLoader(urls, Harness.class.getClassLoader());
      Vendor vendor =
          (Vendor)
              loader.loadClass("dev.forecourt.mock.acme.AcmeVendor").getConstructor().newInstance();
      return new Harness(notes, vendor, vendor.open(MockSettings.defaults(vendor)), loader);
    } catch (IOException | ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  List<String> notes() {
    return notes;
  }

  Vendor vendor() {
    return vendor;
  }

  /** An answer to a request without credentials. */
  Answer send(String line) {
    return send(line, Map.of(), "");
  }

  /** An answer; {@code line} is verb and path: {@code GET /pets?limit=1}. */
  Answer send(String line, Map<String, String> headers, String body) {
    return send(line, headers, body.getBytes(StandardCharsets.UTF_8));
  }

  Answer send(String line, Map<String, String> headers, byte[] body) {
    String[] parts = line.split(" ", 2);
    String[] target = parts[1].split("\\?", 2);
    return new Answer(
        stub.handle(
            new Request(parts[0], target[0], target.length > 1 ? target[1] : null, headers, body)));
  }

  /** With the credentials that the vendor gives to tests. */
  Answer call(String line, String body) {
    Map<String, String> headers = new LinkedHashMap<>(vendor.headers());
    if (!body.isEmpty()) {
      headers.put("Content-Type", "application/json");
    }
    return send(line, headers, body);
  }

  @Override
  public void close() {
    stub.close();
    try {
      loader.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An answer, shown as its status and its body. */
  record Answer(MockResponse response) {
    int status() {
      return response.status();
    }

    String text() {
      return new String(response.body(), StandardCharsets.UTF_8);
    }

    String type() {
      return String.valueOf(response.header("Content-Type"));
    }

    @Override
    public String toString() {
      return status() + " " + text();
    }
  }

  private record Request(
      String method, String path, @Nullable String query, Map<String, String> all, byte[] body)
      implements MockRequest {
    @Override
    public List<String> headers(String name) {
      List<String> found = new ArrayList<>();
      all.forEach(
          (each, value) -> {
            if (each.equalsIgnoreCase(name)) {
              found.add(value);
            }
          });
      return found;
    }
  }
}
