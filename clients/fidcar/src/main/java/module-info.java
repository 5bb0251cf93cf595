/** Client of FIDCAR. */
module dev.forecourt.fidcar {
  requires transitive dev.forecourt.runtime;

  exports dev.forecourt.fidcar;
  exports dev.forecourt.fidcar.api;
  exports dev.forecourt.fidcar.model;
}
