package dev.forecourt.mock.scenario;

import dev.forecourt.mock.http.Refusal;
import dev.forecourt.mock.memory.Budgets;
import dev.forecourt.mock.memory.Share;
import dev.forecourt.mock.text.Spelling;
import dev.forecourt.mock.vendor.Vendor;
import dev.forecourt.mock.vendor.VendorStub;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The scenarios of a vendor: those shipped with it, in {@code scenario/ID/NAME.json} beside its
 * classes, those of a directory, in {@code ID/NAME.json}, and those saved while it runs. Safe for
 * use by many threads.
 */
public final class Scenarios {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]{0,54}");

  private final Vendor vendor;
  private final @Nullable Path directory;
  private final @Nullable String first;
  private final Map<String, byte[]> saved = new ConcurrentHashMap<>();
  private final Share share = new Share(this, Budgets.ofThisJvm().state());

  /**
   * Those of a vendor.
   *
   * @param directory where more are, and where new ones are saved; null for none
   * @param first the one to begin with; null for the seed
   */
  public Scenarios(Vendor vendor, @Nullable Path directory, @Nullable String first) {
    this.vendor = vendor;
    this.directory = directory == null ? null : directory.resolve(vendor.id());
    this.first = first;
  }

  /** Those shipped with a vendor; it begins with its seed. */
  public static Scenarios shippedWith(Vendor vendor) {
    return new Scenarios(vendor, null, null);
  }

  /** The one that a stub begins with; null for the seed. */
  public @Nullable String first() {
    return first;
  }

  /** Names, in order, with where each comes from: {@code shipped}, {@code file}, {@code saved}. */
  public Map<String, String> names() {
    Map<String, String> names = new TreeMap<>();
    shippedNames().forEach(each -> names.put(each, "shipped"));
    fileNames().forEach(each -> names.put(each, "file"));
    saved.keySet().forEach(each -> names.put(each, "saved"));
    return names;
  }

  private List<String> shippedNames() {
    byte[] index = shipped("index.txt");
    return index == null
        ? List.of()
        : new String(index, StandardCharsets.UTF_8).lines().filter(it -> !it.isBlank()).toList();
  }

  private byte @Nullable [] shipped(String file) {
    String resource = "/scenario/" + vendor.id() + "/" + file;
    try (InputStream in = vendor.getClass().getResourceAsStream(resource)) {
      return in == null ? null : in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> fileNames() {
    if (directory == null || !Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .map(each -> each.getFileName().toString())
          .filter(each -> each.endsWith(".json"))
          .map(each -> each.substring(0, each.length() - ".json".length()))
          .filter(each -> NAME.matcher(each).matches())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Throws {@link Refusal} that names those that there are, with the nearest. */
  public void requireKnown(String name) {
    named(name);
  }

  /** The one of this name. Throws {@link Refusal}. */
  Scenario named(String name) {
    Map<String, String> names = names();
    String source = names.get(name);
    if (source == null) {
      throw new Refusal(
          404,
          "no scenario '%s' of %s; there are %s%s"
              .formatted(
                  name,
                  vendor.id(),
                  String.join(", ", names.keySet()),
                  Spelling.hint(name, names.keySet())));
    }
    byte[] document =
        switch (source) {
          case "saved" -> saved.get(name);
          case "file" -> read(name);
          default -> shipped(name + ".json");
        };
    return Scenario.of(name, document == null ? new byte[0] : document);
  }

  private byte[] read(String name) {
    try {
      return Files.readAllBytes(file(name));
    } catch (IOException e) {
      throw new Refusal(500, "scenario '%s' cannot be read: %s".formatted(name, e));
    }
  }

  private Path file(String name) {
    if (directory == null) {
      throw new IllegalStateException("No directory");
    }
    return directory.resolve(name + ".json");
  }

  /** Puts the one of this name into a stub. Throws {@link Refusal}, for an unknown one too. */
  public void load(String name, VendorStub stub) {
    ScenarioLoader.load(named(name), stub);
  }

  /** Keeps one, in the directory if there is any. Throws {@link Refusal}. */
  synchronized void keep(Scenario scenario) {
    if (!NAME.matcher(scenario.name()).matches()) {
      throw new Refusal(
          400, "the name of a scenario has letters, digits and dashes, at most 55 of them");
    }
    byte[] document = scenario.document();
    if (directory != null) {
      write(scenario.name(), document);
      return;
    }
    byte[] before = saved.get(scenario.name());
    if (!share.tryAdd(document.length - (before == null ? 0 : before.length))) {
      throw share.budget().refusal();
    }
    saved.put(scenario.name(), document);
  }

  private void write(String name, byte[] document) {
    try {
      Files.createDirectories(file(name).getParent());
      Files.write(file(name), document);
    } catch (IOException e) {
      throw new Refusal(500, "scenario '%s' cannot be written: %s".formatted(name, e));
    }
  }

  /** Forgets one that is not shipped; the shipped one of that name is there again. */
  synchronized void forget(String name) {
    byte[] document = saved.remove(name);
    if (document != null) {
      share.add(-document.length);
      return;
    }
    if (!"file".equals(names().get(name))) {
      named(name);
      throw new Refusal(400, "scenario '%s' is shipped and stays".formatted(name));
    }
    try {
      Files.delete(file(name));
    } catch (IOException e) {
      throw new Refusal(500, "scenario '%s' cannot be deleted: %s".formatted(name, e));
    }
  }
}
