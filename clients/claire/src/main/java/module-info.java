/** Client of Claire. Open, because Jackson calls the private constructors of the models. */
open module dev.forecourt.claire {
  requires transitive dev.forecourt.runtime;

  exports dev.forecourt.claire;
  exports dev.forecourt.claire.api;
  exports dev.forecourt.claire.model;
}
