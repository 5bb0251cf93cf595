package dev.forecourt.benchmarks;

import dev.forecourt.claire.ClaireClient;

/** The client this repository makes, as its README says to use it. */
final class Forecourt implements Contestant {
  private final ClaireClient client;

  Forecourt(String baseUrl) {
    this(ClaireClient.builder().apiKey(Library.KEY).baseUrl(baseUrl).build());
  }

  static Forecourt overHttp2(String baseUrl) {
    return new Forecourt(
        ClaireClient.builder().apiKey(Library.KEY).baseUrl(baseUrl).http2(true).build());
  }

  /** With a client that is made already. */
  Forecourt(ClaireClient client) {
    this.client = client;
  }

  @Override
  @SuppressWarnings("deprecation") // by the vendor; the only bare array of appointments
  public Object call(Answer answer) {
    return switch (answer) {
      case TAGS -> client.tags().listTags();
      case APPOINTMENT -> client.appointments().getAppointment(4711823);
      case APPOINTMENTS -> client.appointments().listAppointmentsByDmsNumber(312, "C-10022");
    };
  }

  @Override
  public void change() {
    client.appointments().importAppointments(OurModels.batch());
  }

  @Override
  public String facts(Object answer) {
    return OurModels.facts(answer);
  }

  @Override
  public void close() {
    client.close();
  }
}
