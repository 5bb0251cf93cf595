package dev.forecourt.runtime.encode;

import dev.forecourt.runtime.json.Model;

/** A body that is sent as a form. Implemented by generated code. */
public interface FormModel extends Model {

  /** Adds its fields in the order of the contract. */
  void addTo(FormFields fields);
}
