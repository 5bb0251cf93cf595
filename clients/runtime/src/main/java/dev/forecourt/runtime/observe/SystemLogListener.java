package dev.forecourt.runtime.observe;

/**
 * Writes a line for each request to the platform's logger {@code dev.forecourt.<vendor>}, at level
 * DEBUG.
 */
public final class SystemLogListener implements RequestListener {
  private final System.Logger log;

  public SystemLogListener(String vendor) {
    this.log = System.getLogger("dev.forecourt." + vendor);
  }

  @Override
  public void onRequest(RequestEvent event) {
    log.log(System.Logger.Level.DEBUG, event::toString);
  }
}
