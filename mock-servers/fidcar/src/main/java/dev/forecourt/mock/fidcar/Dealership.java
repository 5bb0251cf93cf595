package dev.forecourt.mock.fidcar;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A dealership of the account.
 *
 * @param coords latitude and longitude, as text or as numbers: FIDCAR's sample has text, clients
 *     should take both
 * @param grade text, a number or null
 * @param social grade by site; text, a number, or {@code false} where there is none
 * @param subscription what was ordered; FIDCAR never shows it, the state does
 */
record Dealership(
    long id,
    @Nullable String code,
    String publicKey,
    String title,
    Address address,
    List<Object> coords,
    String phone,
    @Nullable String website,
    @Nullable String siret,
    @Nullable Object grade,
    String url,
    long reviews,
    List<String> brands,
    Map<String, Object> social,
    @Nullable Bridge bridge,
    Subscription subscription) {

  /** Where it is. */
  record Address(String street, String zipcode, String city, String country) {}

  /** What the account pays for. */
  record Subscription(String plan, boolean sms, List<String> services, @Nullable String type) {}
}
