/** Client of Autengo. */
module dev.forecourt.autengo {
  requires transitive dev.forecourt.runtime;

  exports dev.forecourt.autengo;
  exports dev.forecourt.autengo.api;
  exports dev.forecourt.autengo.model;
}
