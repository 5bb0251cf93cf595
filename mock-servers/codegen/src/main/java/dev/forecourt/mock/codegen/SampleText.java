package dev.forecourt.mock.codegen;

import com.github.curiousoddman.rgxgen.RgxGen;
import com.github.curiousoddman.rgxgen.config.RgxGenOption;
import com.github.curiousoddman.rgxgen.config.RgxGenProperties;
import io.swagger.v3.oas.models.media.Schema;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Makes texts by format, pattern and length. */
final class SampleText {

  private static final int TRIES = 60;
  private static final int MOST_CHARACTERS = 2000;

  private final Judge judge;

  SampleText(Judge judge) {
    this.judge = judge;
  }

  /** A text that fits, if one is found. */
  String of(Schema<?> schema, String name, int number) {
    String format = Formats.text(schema.getFormat(), number);
    if (format != null && (schema.getPattern() == null || fits(schema, format))) {
      return sized(schema, format);
    }
    if (schema.getPattern() == null) {
      return sized(schema, words(name, number));
    }
    String words = words(name, number);
    if (fits(schema, words)) {
      return words;
    }
    String matching = matching(schema, number);
    return matching == null ? sized(schema, words) : matching;
  }

  private boolean fits(Schema<?> schema, String text) {
    Schema<Object> rules = new Schema<>();
    rules.setPattern(schema.getPattern());
    rules.setMinLength(schema.getMinLength());
    rules.setMaxLength(schema.getMaxLength());
    return judge.fits(rules, text);
  }

  private static String words(String name, int number) {
    String plain = name.isBlank() ? "text" : name;
    return number == 0 ? plain : plain + " " + (number + 1);
  }

  private static String sized(Schema<?> schema, String text) {
    int min = schema.getMinLength() == null ? 0 : Math.min(schema.getMinLength(), 1 << 20);
    int max = schema.getMaxLength() == null ? Integer.MAX_VALUE : schema.getMaxLength();
    String sized = text.length() > max ? text.substring(text.length() - max) : text;
    return sized.length() < min ? sized + "x".repeat(min - sized.length()) : sized;
  }

  private @Nullable String matching(Schema<?> schema, int number) {
    int min = schema.getMinLength() == null ? 0 : schema.getMinLength();
    for (int i = 0; i < TRIES; i++) {
      try {
        RgxGen generator = new RgxGen(readable(schema.getPattern()));
        RgxGenProperties properties = new RgxGenProperties();
        RgxGenOption.INFINITE_PATTERN_REPETITION.setInProperties(
            properties, Math.min(MOST_CHARACTERS, Math.max(min, 1 + i % 12)));
        generator.setProperties(properties);
        String text = generator.generate(new Random(31L * number + i));
        if (fits(schema, text)) {
          return text;
        }
      } catch (RuntimeException | StackOverflowError e) {
        return null; // not every pattern is understood there
      }
    }
    return null;
  }

  /** The generator takes a hyphen that stands for itself in a class for a range. */
  private static String readable(String pattern) {
    return pattern.replace("\\-", "\\x2D").replace("\\/", "/").replace("(?!$)", "");
  }
}
