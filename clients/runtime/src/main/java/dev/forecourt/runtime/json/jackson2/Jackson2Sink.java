package dev.forecourt.runtime.json.jackson2;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.forecourt.runtime.json.JsonSink;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;

/** Writes through the generator of an application's mapper. */
final class Jackson2Sink implements JsonSink {
  /** Beyond this, BigDecimal takes seconds: a binary format gets text. */
  private static final int MOST_DIGITS = 1_000;

  private final JsonGenerator json;
  private final boolean takesSpellings;

  Jackson2Sink(JsonGenerator json) {
    this.json = json;
    this.takesSpellings = json.canWriteFormattedNumbers() || isTextInBytes(json);
  }

  /** The generator of JSON in bytes takes spellings, and says that it does not. */
  private static boolean isTextInBytes(JsonGenerator json) {
    return json.getOutputTarget() instanceof OutputStream && !json.canWriteBinaryNatively();
  }

  private interface Step {
    void run() throws IOException;
  }

  private static void run(Step step) {
    try {
      step.run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void startObject() {
    run(json::writeStartObject);
  }

  @Override
  public void endObject() {
    run(json::writeEndObject);
  }

  @Override
  public void startArray() {
    run(json::writeStartArray);
  }

  @Override
  public void endArray() {
    run(json::writeEndArray);
  }

  @Override
  public void name(String name) {
    run(() -> json.writeFieldName(name));
  }

  @Override
  public void text(String text) {
    run(() -> json.writeString(text));
  }

  @Override
  public void number(int number) {
    run(() -> json.writeNumber(number));
  }

  @Override
  public void number(long number) {
    run(() -> json.writeNumber(number));
  }

  @Override
  public void number(BigDecimal number) {
    run(
        () -> {
          if (number.scale() == 0) {
            json.writeNumber(number.unscaledValue());
          } else {
            json.writeNumber(number);
          }
        });
  }

  @Override
  public void number(String spelling) {
    run(
        () -> {
          if (takesSpellings) {
            json.writeNumber(spelling);
          } else if (spelling.length() <= MOST_DIGITS) {
            json.writeNumber(new BigDecimal(spelling));
          } else {
            json.writeString(spelling);
          }
        });
  }

  @Override
  public void bool(boolean value) {
    run(() -> json.writeBoolean(value));
  }

  @Override
  public void nothing() {
    run(json::writeNull);
  }
}
