package dev.forecourt.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.forecourt.claire.ClaireClient;
import dev.forecourt.runtime.http.WireResponse;
import feign.Client;
import feign.Request;
import feign.Response;
import java.io.IOException;
import java.lang.reflect.Type;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/** What reads answers that are already in memory. */
enum InMemory {
  /** First: ratios are to it. */
  JACKSON(
      "Jackson alone, stock models (setters)",
      () -> new JacksonOnly(StockModels::type, StockModels::facts)),
  FORECOURT("**Forecourt**", () -> new Forecourt(onBytes())),
  /** Not what the client does: what it costs an application that keeps our models as JSON. */
  OUR_MODELS("Jackson alone, our models", () -> new JacksonOnly(OurModels::type, OurModels::facts)),
  STOCK_FEIGN("generator, stock `feign`", () -> new StockFeign("http://localhost", new Bytes()));

  private static final Map<String, List<String>> JSON =
      Map.of("content-type", List.of("application/json"));

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

  private static ClaireClient onBytes() {
    Map<Answer, byte[]> bytes = bytesOfAll();
    return ClaireClient.builder()
        .apiKey(Library.KEY)
        .transport(
            request -> {
              for (Map.Entry<Answer, byte[]> answer : bytes.entrySet()) {
                if (request.uri().toString().endsWith(answer.getKey().path())) {
                  return new WireResponse(200, JSON, answer.getValue());
                }
              }
              return new WireResponse(404, JSON, new byte[0]);
            })
        .build();
  }

  /** The mapper of an application, and a reader that is kept for each type. */
  private static final class JacksonOnly implements Contestant {
    private final Map<Answer, ObjectReader> readers = new EnumMap<>(Answer.class);
    private final Map<Answer, byte[]> bytes = bytesOfAll();
    private final Function<Object, String> facts;

    JacksonOnly(Function<Answer, Type> types, Function<Object, String> facts) {
      ObjectMapper mapper = StockModels.mapper();
      for (Answer answer : Answer.values()) {
        readers.put(
            answer, mapper.readerFor(mapper.getTypeFactory().constructType(types.apply(answer))));
      }
      this.facts = facts;
    }

    @Override
    public Object call(Answer answer) throws IOException {
      return readers.get(answer).readValue(bytes.get(answer));
    }

    @Override
    public void change() {
      throw new UnsupportedOperationException("reads, and sends nothing");
    }

    @Override
    public String facts(Object answer) {
      return facts.apply(answer);
    }
  }
}
