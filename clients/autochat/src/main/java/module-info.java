/** Client of Autochat. Open, because Jackson calls the private constructors of the models. */
open module dev.forecourt.autochat {
  requires transitive dev.forecourt.runtime;

  exports dev.forecourt.autochat;
  exports dev.forecourt.autochat.api;
  exports dev.forecourt.autochat.model;
}
