/** Client of Fidelisa. Open, because Jackson calls the private constructors of the models. */
open module dev.forecourt.fidelisa {
  requires transitive dev.forecourt.runtime;

  exports dev.forecourt.fidelisa;
  exports dev.forecourt.fidelisa.api;
  exports dev.forecourt.fidelisa.model;
}
