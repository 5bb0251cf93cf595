package dev.forecourt.mock.fidcar;

import dev.forecourt.mock.fidcar.FidcarApi.CreateDealershipRequest;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/** Turns a filled-in form into a dealership without reviews. */
final class DealershipIntake {

  private static final String PAGES = "https://www.fidcar.com/fr/local/";
  private static final HexFormat HEX = HexFormat.of();

  private final FidcarState state;
  private final Supplier<UUID> ids;

  DealershipIntake(FidcarState state, Supplier<UUID> ids) {
    this.state = state;
    this.ids = ids;
  }

  Dealership dealership(CreateDealershipRequest request) {
    long id = state.nextDealershipId();
    DealershipJson fields =
        DealershipJson.builder()
            .code(request.code())
            .publicKey(publicKey(ids.get()))
            .title(request.title())
            .street(request.street())
            .zipcode(request.zipcode())
            .city(request.city())
            .country(request.country())
            .coords(List.of())
            .phone(request.phone())
            .website(request.url())
            .siret(request.siret())
            .grade(null)
            .url(page(id, request.title()))
            .reviews(0L)
            .brands(request.brands())
            .social(Map.of())
            .build();
    return new Dealership(
        id,
        fields,
        new Dealership.Subscription(
            request.plan(), request.sms(), request.services(), request.type()));
  }

  private static String publicKey(UUID id) {
    return HEX.toHexDigits(id.getMostSignificantBits())
        + HEX.toHexDigits(id.getLeastSignificantBits());
  }

  /** The page of a dealership at FIDCAR, in the form of the vendor's sample. */
  static String page(long id, String title) {
    StringBuilder page = new StringBuilder(PAGES.length() + title.length() + 20);
    page.append(PAGES).append(id).append('/');
    slug(title, page);
    return page.toString();
  }

  /** Letters and digits without accents, a dash for whatever else is between them. */
  private static void slug(String title, StringBuilder to) {
    String plain = Normalizer.normalize(title, Normalizer.Form.NFD);
    int start = to.length();
    boolean gap = false;
    for (int i = 0; i < plain.length(); i++) {
      char c = Character.toLowerCase(plain.charAt(i));
      if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
        if (gap && to.length() > start) {
          to.append('-');
        }
        to.append(c);
        gap = false;
      } else {
        // an accent stands behind its letter and parts nothing
        gap |= Character.getType(c) != Character.NON_SPACING_MARK;
      }
    }
    if (to.length() == start) {
      to.append("local");
    }
  }
}
