/** Client of Autochat. */
module dev.forecourt.autochat {
  requires transitive dev.forecourt.runtime;

  exports dev.forecourt.autochat;
  exports dev.forecourt.autochat.api;
  exports dev.forecourt.autochat.model;
}
