package dev.forecourt.mock.credentials;

import java.util.Locale;
import java.util.Set;

/** The word before a credential, such as Bearer, and what to say of one that is wrong. */
public final class SchemeWord {

  // only these are named back: another word may be a part of the credential
  private static final Set<String> KNOWN =
      Set.of("bearer", "basic", "jwt", "token", "apikey", "api-key", "key", "digest");

  private SchemeWord() {}

  /** For a scheme whose credential stands alone: {@code ". Drop the word 'Bearer' before it"}. */
  public static String notWanted(String sent) {
    String word = word(sent);
    return KNOWN.contains(word.toLowerCase(Locale.ROOT))
        ? ". Drop the word '" + word + "' before it"
        : "";
  }

  /**
   * For a scheme that wants this word first: that it is missing, or that another one stands there.
   * Empty when the word is right and the rest is not.
   */
  public static String wanted(String wanted, String sent) {
    String word = word(sent);
    if (word.isEmpty()) {
      return sent.strip().equalsIgnoreCase(wanted)
          ? ". The token is missing after the word"
          : ". Put the word '" + wanted + "' and a space before it";
    }
    boolean other = !word.equalsIgnoreCase(wanted) && KNOWN.contains(word.toLowerCase(Locale.ROOT));
    return other ? ". Write '" + wanted + "' in place of '" + word + "'" : "";
  }

  private static String word(String sent) {
    String text = sent.strip();
    int space = text.indexOf(' ');
    return space < 0 ? "" : text.substring(0, space);
  }
}
