package dev.forecourt.contract.importer.repair;

import dev.forecourt.contract.importer.edit.Draft;
import dev.forecourt.contract.importer.edit.Step;

/** Examples fit their schemas. */
public final class Examples implements Step {
  @Override
  public void apply(Draft draft) {}
}
