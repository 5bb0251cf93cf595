package dev.forecourt.runtime.json.jackson3;

import dev.forecourt.runtime.json.JsonSink;
import java.math.BigDecimal;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteCapability;

/** Writes through the generator of an application's mapper. */
final class Jackson3Sink implements JsonSink {
  /** Beyond this, BigDecimal takes seconds: a binary format gets text. */
  private static final int MOST_DIGITS = 1_000;

  private final JsonGenerator json;

  Jackson3Sink(JsonGenerator json) {
    this.json = json;
  }

  @Override
  public void startObject() {
    json.writeStartObject();
  }

  @Override
  public void endObject() {
    json.writeEndObject();
  }

  @Override
  public void startArray() {
    json.writeStartArray();
  }

  @Override
  public void endArray() {
    json.writeEndArray();
  }

  @Override
  public void name(String name) {
    json.writeName(name);
  }

  @Override
  public void text(String text) {
    json.writeString(text);
  }

  @Override
  public void number(int number) {
    json.writeNumber(number);
  }

  @Override
  public void number(long number) {
    json.writeNumber(number);
  }

  @Override
  public void number(BigDecimal number) {
    if (number.scale() == 0) {
      json.writeNumber(number.unscaledValue());
    } else {
      json.writeNumber(number);
    }
  }

  @Override
  public void number(String spelling) {
    if (json.streamWriteCapabilities()
        .isEnabled(StreamWriteCapability.CAN_WRITE_FORMATTED_NUMBERS)) {
      json.writeNumber(spelling);
    } else if (spelling.length() <= MOST_DIGITS) {
      json.writeNumber(new BigDecimal(spelling));
    } else {
      json.writeString(spelling);
    }
  }

  @Override
  public void bool(boolean value) {
    json.writeBoolean(value);
  }

  @Override
  public void nothing() {
    json.writeNull();
  }
}
