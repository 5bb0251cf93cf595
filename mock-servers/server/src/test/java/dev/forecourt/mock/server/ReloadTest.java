package dev.forecourt.mock.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.forecourt.mock.disk.StateFile;
import dev.forecourt.mock.http.MockRequest;
import dev.forecourt.mock.vendor.MockSettings;
import dev.forecourt.mock.vendor.Vendor;
import dev.forecourt.mock.vendor.Vendors;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A vendor whose classes change while it is served; each reload is made by the test. */
final class ReloadTest {

  private static final Vendor AUTOCHAT = Vendors.named("autochat");
  private static final String CAR = "{\"cars\":[{\"dealershipId\":\"d\",\"internalId\":\"i\"}]}";

  @TempDir private Path directory;

  private final List<String> notices = new ArrayList<>();
  private Path classes;
  private Reloader reloader;

  @BeforeEach
  void start() throws IOException {
    classes = Files.createDirectory(directory.resolve("classes"));
    VendorClasses.of(AUTOCHAT).copyTo(classes);
    reloader =
        new Reloader(
            new VendorClasses(AUTOCHAT, classes),
            vendor -> vendor.open(MockSettings.defaults(vendor)),
            notices::add);
  }

  @AfterEach
  void stop() {
    reloader.stub().close();
    reloader.close();
  }

  @Test
  void servesTheContractAsItIsNowWithTheStateAsItWas() throws IOException {
    reloader.stub().state().replace(json(CAR));
    assertThat(status("/api/options")).isEqualTo(200);
    assertThat(status("/api/pQtions")).isEqualTo(404);

    // what a changed path in the contract changes in the classes; both names have one hash code
    replaceInClasses("options", "pQtions");
    reloader.reload();

    assertThat(notices)
        .containsExactly("autochat: loaded again from " + classes + ", with its state");
    assertThat(status("/api/options")).isEqualTo(404);
    assertThat(status("/api/pQtions")).isEqualTo(200);
    assertThat(state()).contains("\"internalId\":\"i\"");
  }

  @Test
  void takesAChangedSeedOfTheVendor() throws IOException {
    Path options = classes.resolve("seed/autochat/options.psv");
    Files.writeString(
        options,
        Files.readString(options) + "new_option|New|00000000-0000-0000-0000-000000000001\n");

    reloader.reload();

    assertThat(answer("/api/options")).contains("new_option");
  }

  @Test
  void keepsTheOldOneWhenClassesAreBroken() throws IOException {
    Path broken = classes.resolve("dev/forecourt/mock/autochat/AutochatState.class");
    Files.write(broken, new byte[] {1, 2, 3});

    reloader.reload();

    assertThat(notices).hasSize(1);
    assertThat(notices.get(0))
        .startsWith(
            "autochat: cannot be loaded from "
                + classes
                + ", the old one stays: java.lang.ClassFormatError");
    assertThat(status("/api/options")).isEqualTo(200);
  }

  @Test
  void beginsWithTheSeedWhenTheStateDoesNotFitAnyMore() throws IOException {
    reloader.stub().state().replace(json(CAR));

    replaceInClasses("switched_off", "turned_offXX");
    reloader.reload();

    assertThat(notices.get(0))
        .isEqualTo(
            "autochat: loaded again from "
                + classes
                + ", with its seed, for the state does not fit any more: table 'switched_off' is not"
                + " known; nearest is 'turned_offXX'. Known: tokens, turned_offXX, cars");
    assertThat(state()).contains("\"cars\":[]");
  }

  @Test
  void goesOnWithTheFileOfTheState() throws IOException {
    reloader.stub().state().keepIn(StateFile.open(directory, "autochat"));
    reloader.reload();

    reloader.stub().state().replace(json(CAR));

    assertThat(Files.readString(directory.resolve("autochat.jsonl")))
        .contains("\"internalId\":\"i\"");
  }

  @Test
  void refusesAPlaceWithoutTheVendor() throws IOException {
    Path empty = Files.createDirectory(directory.resolve("empty"));

    assertThatExceptionOfType(StartFailure.class)
        .isThrownBy(
            () ->
                new Reloader(
                    new VendorClasses(AUTOCHAT, empty),
                    vendor -> vendor.open(MockSettings.defaults(vendor)),
                    notices::add))
        .withMessageContaining("No vendor can be loaded from " + empty)
        .withMessageEndingWith("Build it first.");
  }

  @Test
  void knowsABuildThatHasJustBegunFromOneThatHasEnded() throws IOException {
    VendorClasses watched = new VendorClasses(AUTOCHAT, classes);
    Object before = watched.stamp();
    assertThat(watched.stamp()).isEqualTo(before);

    Path vendor = classes.resolve("dev/forecourt/mock/autochat/AutochatVendor.class");
    byte[] bytes = Files.readAllBytes(vendor);
    Files.delete(vendor);
    assertThatExceptionOfType(IOException.class).isThrownBy(watched::stamp);

    Files.write(vendor, bytes);
    Files.writeString(classes.resolve("more"), "x");
    assertThat(watched.stamp()).isNotEqualTo(before);
  }

  private void replaceInClasses(String one, String sameLength) throws IOException {
    try (Stream<Path> files = Files.walk(classes)) {
      for (Path each : files.filter(file -> file.toString().endsWith(".class")).toList()) {
        String text = Files.readString(each, StandardCharsets.ISO_8859_1);
        // the constant itself, not the names of methods and classes
        String changed =
            text.replace("/api/" + one, "/api/" + sameLength)
                .replace(constant(one), constant(sameLength));
        Files.writeString(each, changed, StandardCharsets.ISO_8859_1);
      }
    }
  }

  /** A whole constant: its kind, its length, its text. */
  private static String constant(String text) {
    return "\u0001\u0000" + (char) text.length() + text;
  }

  private int status(String path) {
    return reloader.stub().handle(new Get(path)).status();
  }

  private String answer(String path) {
    return new String(reloader.stub().handle(new Get(path)).body(), StandardCharsets.UTF_8);
  }

  private String state() {
    return new String(reloader.stub().state().export(), StandardCharsets.UTF_8);
  }

  private static byte[] json(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private record Get(String path) implements MockRequest {

    @Override
    public String method() {
      return "GET";
    }

    @Override
    public String query() {
      return null;
    }

    @Override
    public List<String> headers(String name) {
      return name.equals("Authorization")
          ? List.of("Bearer " + Calls.part("autochat", "token"))
          : List.of();
    }

    @Override
    public byte[] body() {
      return new byte[0];
    }
  }
}
