package dev.forecourt.runtime.json;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects the secrets of a model. Used by generated code. */
public final class SecretTexts {
  private final List<String> texts = new ArrayList<>();

  /** With nothing in it. */
  public SecretTexts() {}

  /** Adds a secret, if there is one. Short ones are left out: hiding them would blot any text. */
  public SecretTexts add(@Nullable String secret) {
    if (secret != null && secret.length() >= 4) {
      texts.add(secret);
    }
    return this;
  }

  /** Adds all text in a secret that came as JSON of another type. */
  public SecretTexts add(@Nullable Json secret) {
    if (secret != null) {
      secret.scalar().ifPresent(this::add);
      secret.elements().forEach(this::add);
      secret.members().values().forEach(this::add);
    }
    return this;
  }

  /** Adds the secrets within a member. */
  public SecretTexts within(@Nullable Object member) {
    if (member instanceof SecretModel model) {
      texts.addAll(model.secretTexts());
    } else if (member instanceof Iterable<?> several) {
      several.forEach(this::within);
    }
    return this;
  }

  /** What was collected. */
  public List<String> toList() {
    return List.copyOf(texts);
  }
}
