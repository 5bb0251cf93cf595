package dev.forecourt.runtime;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** What every generated model has beside its typed members. */
public interface Model {

  /**
   * Members that the contract does not name, and those it names whose value was spelled in another
   * way than we would write it. They are written as they are, in place of a typed member of the
   * same name. Unmodifiable.
   */
  Map<String, JsonNode> additionalProperties();

  /**
   * The name of a member in JSON: that of the contract, or the other one ({@code x-also-read-as})
   * under which it was read and is written back.
   */
  String spelling(String name);

  /** What every builder of a model has. */
  interface Builder {
    /** Notes under which other name a member was read. */
    void spelled(String name, String spelling);

    /**
     * Sets a member by its name on the wire; it is written in place of a typed member of the same
     * name.
     */
    Builder additionalProperty(String name, JsonNode value);
  }
}
