package dev.forecourt.runtime.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where a reader stands in a JSON text. What is no JSON is an {@link UnreadableJsonException}. */
final class Cursor implements AutoCloseable {

  private final JsonParser parser;
  private int depth;

  private Cursor(JsonParser parser) {
    this.parser = parser;
  }

  static Cursor of(byte[] json) {
    try {
      return new Cursor(JsonText.FACTORY.createParser(json));
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  static Cursor of(String json) {
    try {
      return new Cursor(JsonText.FACTORY.createParser(json));
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /** The token at hand; null before the first and after the last. */
  @Nullable JsonToken token() {
    return parser.currentToken();
  }

  boolean isAt(JsonToken token) {
    return parser.currentToken() == token;
  }

  boolean isScalar() {
    JsonToken token = parser.currentToken();
    return token.isScalarValue() && token != JsonToken.VALUE_NULL;
  }

  boolean isNumberOrText() {
    JsonToken token = parser.currentToken();
    return token != null && (token.isNumeric() || token == JsonToken.VALUE_STRING);
  }

  /** Goes to the next token; null at the end. */
  @Nullable JsonToken next() {
    try {
      return parser.nextToken();
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /** Goes to the name of the next member; null at the end of the object. */
  @Nullable String nextName() {
    try {
      return parser.nextFieldName();
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /** Goes to the first token. Throws if there is none. */
  void start() {
    if (next() == null) {
      throw new UnreadableJsonException("it is empty", "$", "");
    }
  }

  /** Throws if anything follows: two values in one body mean that something else answered. */
  void end() {
    if (next() != null) {
      throw new UnreadableJsonException(
          "something follows the JSON value", "$", Tokens.place(parser));
    }
  }

  /** Goes into an object or a list. Throws if that is too deep. */
  void deeper() {
    if (++depth > Json.MOST_DEPTH) {
      throw new UnreadableJsonException(
          "it is nested more than " + Json.MOST_DEPTH + " levels deep", "$", Tokens.place(parser));
    }
  }

  /** Leaves it again. */
  void up() {
    depth--;
  }

  /** Where that is. */
  JsonStreamContext place() {
    return parser.getParsingContext();
  }

  /** Name of the member at hand; null outside an object. */
  @Nullable String member() {
    return parser.getParsingContext().getCurrentName();
  }

  /** Text of the token at hand, a number as it is spelled. */
  String string() {
    try {
      return parser.getText();
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /** Length of {@link #string}. */
  int length() {
    try {
      return parser.getTextLength();
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /** The number at hand, which is whole and fits. */
  long int64() {
    try {
      return parser.getLongValue();
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /** Any JSON, null included. */
  Json json() {
    return switch (parser.currentToken()) {
      case START_OBJECT -> object();
      case START_ARRAY -> array();
      default -> scalar();
    };
  }

  private Json object() {
    deeper();
    Map<String, Json> members = new LinkedHashMap<>();
    for (String member = nextName(); member != null; member = nextName()) {
      next();
      members.put(member, json());
    }
    up();
    return Json.object(members);
  }

  private Json array() {
    deeper();
    List<Json> elements = new ArrayList<>();
    while (next() != JsonToken.END_ARRAY) {
      elements.add(json());
    }
    up();
    return Json.array(elements);
  }

  /** The text, number, boolean or null at hand. */
  Json scalar() {
    return switch (parser.currentToken()) {
      case VALUE_STRING -> Json.of(string());
      case VALUE_TRUE -> Json.TRUE;
      case VALUE_FALSE -> Json.FALSE;
      case VALUE_NULL -> Json.NULL;
      default -> Json.numberAsRead(string());
    };
  }

  private static RuntimeException unreadable(IOException e) {
    return e instanceof JsonProcessingException broken
        ? Tokens.unreadable(broken)
        : new UncheckedIOException(e);
  }

  /** Gives buffers back. */
  @Override
  public void close() {
    try {
      parser.close();
    } catch (IOException e) {
      throw unreadable(e);
    }
  }
}
