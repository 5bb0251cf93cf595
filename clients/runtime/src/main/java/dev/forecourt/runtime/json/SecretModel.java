package dev.forecourt.runtime.json;

import java.util.List;

/** A model that holds secrets, such as a token. Implemented by generated code. */
public interface SecretModel {

  /** Texts of this model that must never be shown. */
  List<String> secretTexts();
}
