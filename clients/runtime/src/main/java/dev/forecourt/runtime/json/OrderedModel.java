package dev.forecourt.runtime.json;

import java.util.List;

/**
 * A model that is sent in the query, its members in the order in which the caller named them.
 * Implemented by generated code.
 */
public interface OrderedModel extends Model {

  /** Names of the members on the wire, in the order in which each was first set. Unmodifiable. */
  List<String> memberOrder();
}
