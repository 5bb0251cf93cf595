package dev.forecourt.runtime.observe;

/**
 * Writes a line for each request to the platform's logger {@code dev.forecourt.<vendor>}, at level
 * DEBUG; and at WARNING, once for each member, that an answer is not as the contract says.
 */
public final class SystemLogListener implements RequestListener {
  private final System.Logger log;
  private final DriftNotes drifts = new DriftNotes();

  public SystemLogListener(String vendor) {
    this.log = System.getLogger("dev.forecourt." + vendor);
  }

  @Override
  public void onRequest(RequestEvent event) {
    log.log(System.Logger.Level.DEBUG, event::toString);
    drifts
        .fresh(event)
        .forEach(drift -> log.log(System.Logger.Level.WARNING, DriftNotes.sentence(event, drift)));
  }
}
