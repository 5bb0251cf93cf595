package dev.forecourt.runtime.json;

import java.util.Map;

/** What every generated model has beside its typed members. */
public interface Model extends JsonValue {

  /**
   * Members that the contract does not name, and those it names whose JSON differs from what we
   * would write: spelled otherwise, or of another type ({@link Drift}). They are written as they
   * are, in place of a typed member of the same name. Unmodifiable.
   */
  Map<String, Json> additionalProperties();

  /**
   * The name of a member in JSON: that of the contract, or the other one ({@code x-also-read-as})
   * under which it was read and is written back.
   */
  String spelling(String name);

  /** What every builder of a model has. */
  interface Builder {
    /**
     * Sets a member by its name on the wire; it is written in place of a typed member of the same
     * name.
     */
    Builder additionalProperty(String name, Json value);
  }
}
