/** Client of FIDCAR. Open, because Jackson calls the private constructors of the models. */
open module dev.forecourt.fidcar {
  requires transitive dev.forecourt.runtime;

  exports dev.forecourt.fidcar;
  exports dev.forecourt.fidcar.api;
  exports dev.forecourt.fidcar.model;
}
