package dev.forecourt.autengo;

import dev.forecourt.runtime.kit.AbstractEvidenceTest;

/** Autengo's own samples, from specs/autengo/evidence. */
class EvidenceTest extends AbstractEvidenceTest {

  EvidenceTest() {
    super("autengo");
  }
}
