package dev.forecourt.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.type.TypeFactory;
import dev.forecourt.benchmarks.stockfeign.ApiClient;
import dev.forecourt.claire.ClaireClient;
import dev.forecourt.runtime.BenchmarkSeam;
import feign.Client;
import feign.Request;
import feign.Response;
import java.io.IOException;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** What reads answers that are already in memory. */
enum InMemory {
  /** First: ratios are to it. The mapper and models of forecourt-claire, nothing around them. */
  JACKSON("Jackson alone, our mapper and models", JacksonOnly::ours),
  FORECOURT("**Forecourt**", OurService::new),
  PLAIN_JACKSON("Jackson alone, plain mapper, our models", JacksonOnly::plain),
  SETTERS("Jackson alone, stock mapper and models (setters)", JacksonOnly::stock),
  STOCK_FEIGN("generator, stock `feign`", () -> new StockFeign("http://localhost", new Bytes()));

  private final String title;
  private final Supplier<Contestant> factory;

  InMemory(String title, Supplier<Contestant> factory) {
    this.title = title;
    this.factory = factory;
  }

  String title() {
    return title;
  }

  Contestant open() {
    return factory.get();
  }

  /** An HTTP client that has every answer before it is asked. */
  private static final class Bytes implements Client {
    private final Map<Answer, byte[]> bytes = bytesOfAll();

    @Override
    public Response execute(Request request, Request.Options options) {
      byte[] body = null;
      for (Map.Entry<Answer, byte[]> answer : bytes.entrySet()) {
        if (request.url().endsWith(answer.getKey().path())) {
          body = answer.getValue();
        }
      }
      return Response.builder()
          .status(body == null ? 404 : 200)
          .headers(Map.of("content-type", List.of("application/json")))
          .body(body)
          .request(request)
          .build();
    }
  }

  private static Map<Answer, byte[]> bytesOfAll() {
    return Map.of(
        Answer.TAGS, Answer.TAGS.bytes(),
        Answer.APPOINTMENT, Answer.APPOINTMENT.bytes(),
        Answer.APPOINTMENTS, Answer.APPOINTMENTS.bytes());
  }

  /** ClaireClient on that transport. */
  private static final class OurService implements Contestant {
    private final ClaireClient client =
        ClaireClient.builder().apiKey(Library.KEY).transport(new Bytes()).build();

    @Override
    @SuppressWarnings("deprecation")
    public Object call(Answer answer) {
      return switch (answer) {
        case TAGS -> client.tags().listTags();
        case APPOINTMENT -> client.appointments().getAppointment(4711823);
        case APPOINTMENTS -> client.appointments().listAppointmentsByDmsNumber(312, "C-10022");
      };
    }

    @Override
    public String facts(Object answer) {
      return OurModels.facts(answer);
    }
  }

  /** A kept reader for each type. */
  private record JacksonOnly(
      Map<Answer, ObjectReader> readers, Map<Answer, byte[]> bytes, Contestant words)
      implements Contestant {

    static JacksonOnly ours() {
      return new JacksonOnly(
          Map.of(
              Answer.TAGS, BenchmarkSeam.reader(OurModels.type(Answer.TAGS)),
              Answer.APPOINTMENT, BenchmarkSeam.reader(OurModels.type(Answer.APPOINTMENT)),
              Answer.APPOINTMENTS, BenchmarkSeam.reader(OurModels.type(Answer.APPOINTMENTS))),
          bytesOfAll(),
          new ByHand("http://localhost"));
    }

    static JacksonOnly plain() {
      ObjectMapper mapper = OurModels.plainMapper();
      return new JacksonOnly(
          Map.of(
              Answer.TAGS, reader(mapper, OurModels.type(Answer.TAGS)),
              Answer.APPOINTMENT, reader(mapper, OurModels.type(Answer.APPOINTMENT)),
              Answer.APPOINTMENTS, reader(mapper, OurModels.type(Answer.APPOINTMENTS))),
          bytesOfAll(),
          new ByHand("http://localhost"));
    }

    static JacksonOnly stock() {
      ObjectMapper mapper = new ApiClient().getObjectMapper();
      TypeFactory types = mapper.getTypeFactory();
      Class<?> tag = dev.forecourt.benchmarks.stockfeign.model.Tag.class;
      Class<?> appointment = dev.forecourt.benchmarks.stockfeign.model.Appointment.class;
      return new JacksonOnly(
          Map.of(
              Answer.TAGS, reader(mapper, types.constructCollectionType(List.class, tag)),
              Answer.APPOINTMENT, reader(mapper, appointment),
              Answer.APPOINTMENTS,
                  reader(mapper, types.constructCollectionType(List.class, appointment))),
          bytesOfAll(),
          new StockFeign("http://localhost"));
    }

    private static ObjectReader reader(ObjectMapper mapper, Type type) {
      return mapper.readerFor(mapper.getTypeFactory().constructType(type));
    }

    @Override
    public Object call(Answer answer) throws IOException {
      return readers.get(answer).readValue(bytes.get(answer));
    }

    @Override
    public String facts(Object answer) {
      return words.facts(answer);
    }
  }
}
