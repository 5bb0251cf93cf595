package dev.forecourt.runtime.json;

import java.math.BigDecimal;

/** Takes the tokens of JSON, one after the other. Implemented for each library that writes them. */
public interface JsonSink {

  void startObject();

  void endObject();

  void startArray();

  void endArray();

  /** Name of the member whose value comes next. */
  void name(String name);

  void text(String text);

  void number(int number);

  void number(long number);

  /** Written with its scale, as {@code BigDecimal.toString} spells it. */
  void number(BigDecimal number);

  /** A number in a spelling of its own, such as {@code 1e3}. */
  void number(String spelling);

  void bool(boolean value);

  void nothing();
}
