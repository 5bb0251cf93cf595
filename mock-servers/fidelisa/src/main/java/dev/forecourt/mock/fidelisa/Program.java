package dev.forecourt.mock.fidelisa;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One kind of card that a shop offers.
 *
 * @param months how long a new card is valid; null: for ever
 * @param first whether a new customer gets this card
 */
record Program(
    String shop,
    String uuid,
    String title,
    @Nullable Integer months,
    boolean first,
    List<Rule> rules) {

  /** The same of another shop. */
  Program of(String other) {
    return new Program(other, uuid, title, months, first, rules);
  }
}
