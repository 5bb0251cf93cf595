package dev.forecourt.mock.fidelisa;

import dev.forecourt.mock.store.RowProblem;
import dev.forecourt.mock.store.RowType;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Shops without their keys, which no state shows: a shop must have one already. */
final class ShopRows implements RowType<Shop> {

  private final RowType<Shown> shown = RowType.of(Shown.class);
  private final Map<String, String> keys;

  ShopRows(Map<String, String> keys) {
    this.keys = keys;
  }

  @Override
  public Map<String, @Nullable Object> write(Shop shop) {
    return shown.write(new Shown(shop.uuid(), shop.title(), shop.userEmail(), shop.categories()));
  }

  @Override
  public Shop read(Map<String, @Nullable Object> members) {
    Shown row = shown.read(members);
    String key = keys.get(row.uuid());
    if (key == null) {
      throw new RowProblem(
          "field 'uuid' must be a shop with a key but was '%s'. Give it one: --key fidelisa=shop:%s:SECRET"
              .formatted(row.uuid(), row.uuid()));
    }
    return new Shop(row.uuid(), key, row.title(), row.userEmail(), row.categories());
  }

  private record Shown(
      String uuid, String title, String userEmail, List<@Nullable String> categories) {}
}
