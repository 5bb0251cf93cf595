package dev.forecourt.spring;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Makes the clients of one vendor: that of its own properties, and one for each account.
 *
 * @param <C> the vendor's client
 */
final class Clients<C> {
  private final Function<@Nullable String, C> maker;

  Clients(Function<@Nullable String, C> maker) {
    this.maker = maker;
  }

  /** The client of the vendor's own properties. */
  C main() {
    return maker.apply(null);
  }

  /** The client of an account. */
  C account(String name) {
    return maker.apply(name);
  }
}
