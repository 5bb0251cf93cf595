package dev.forecourt.verifier.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.forecourt.contract.tools.Bundle;
import dev.forecourt.contract.tools.Contracts;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The contracts that this verifier knows: those in its JAR, or those of a folder. */
public final class VendorContracts {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final @Nullable Path specs;

  private VendorContracts(@Nullable Path specs) {
    this.specs = specs;
  }

  /** Those of this version, from the JAR. */
  public static VendorContracts packaged() {
    return new VendorContracts(null);
  }

  /** Those of a folder {@code specs/}: one folder for each vendor, with an {@code openapi.yaml}. */
  public static VendorContracts in(Path specs) {
    return new VendorContracts(specs);
  }

  /** Ids of all vendors, sorted. */
  public List<String> vendors() {
    try {
      return specs == null
          ? resource("vendors.txt", in -> new String(in.readAllBytes(), UTF_8)).lines().toList()
          : Contracts.vendors(specs);
    } catch (IOException e) {
      throw new IllegalArgumentException("There is no folder of contracts " + specs + ".", e);
    }
  }

  /**
   * The contract of a vendor in one document. Throws {@link IllegalArgumentException} naming the
   * known vendors for any other.
   */
  public JsonNode of(String vendor) {
    requireKnown(vendor);
    return specs == null
        ? resource("as-written/" + vendor + ".json", JSON::readTree)
        : Bundle.of(specs.resolve(vendor));
  }

  /** Throws {@link IllegalArgumentException} naming the known vendors for any other. */
  public void requireKnown(String vendor) {
    if (!vendors().contains(vendor)) {
      throw new IllegalArgumentException(
          "No vendor is called '%s'. There are %s.".formatted(vendor, vendors()));
    }
  }

  /** Reads a file of the contracts on the class path. */
  private interface Reader<T> {
    T read(InputStream in) throws IOException;
  }

  private static <T> T resource(String file, Reader<T> reader) {
    String name = "/dev/forecourt/specs/" + file;
    try (InputStream in = VendorContracts.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(
            name + " is missing on the class path. Add dev.forecourt:forecourt-specs.");
      }
      return reader.read(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
