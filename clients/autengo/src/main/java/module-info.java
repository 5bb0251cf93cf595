/** Client of Autengo. Open, because Jackson calls the private constructors of the models. */
open module dev.forecourt.autengo {
  requires transitive dev.forecourt.runtime;

  exports dev.forecourt.autengo;
  exports dev.forecourt.autengo.api;
  exports dev.forecourt.autengo.model;
}
