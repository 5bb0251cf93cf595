package dev.forecourt.mock.serving;

import dev.forecourt.mock.http.Cors;
import dev.forecourt.mock.vendor.Vendor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How a stub is served.
 *
 * @param cors which web pages may read answers
 * @param base the path below which it is served
 * @param console where the console is; gives null when there is none
 */
public record Serving(Vendor vendor, Cors cors, BasePath base, Supplier<@Nullable String> console) {

  /** At the root, without a console. */
  public Serving(Vendor vendor, Cors cors) {
    this(vendor, cors, BasePath.NONE, () -> null);
  }
}
