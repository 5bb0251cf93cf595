package dev.forecourt.contract.importer.edit;

/** One thing that an import looks after. */
@FunctionalInterface
public interface Step {
  /** Changes the draft where it has to. On a draft that it has already changed it does nothing. */
  void apply(Draft draft);
}
