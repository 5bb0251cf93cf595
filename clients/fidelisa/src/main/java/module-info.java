/** Client of Fidelisa. */
module dev.forecourt.fidelisa {
  requires transitive dev.forecourt.runtime;

  exports dev.forecourt.fidelisa;
  exports dev.forecourt.fidelisa.api;
  exports dev.forecourt.fidelisa.model;
}
