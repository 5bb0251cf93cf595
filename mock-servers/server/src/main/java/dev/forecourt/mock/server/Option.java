package dev.forecourt.mock.server;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the command line takes, in the order of the help: the name, how the value looks, what it
 * does. What it sets stands in {@link Choices#set}.
 */
enum Option {
  VENDOR("--vendor", "ID", "serve this vendor only; may be repeated"),
  PORT(
      "--port", "ID=PORT", "serve a vendor on another port; may be repeated; 0 means any free one"),
  PORT_BASE("--port-base", "PORT", "serve the vendors on PORT, PORT+1 and so on"),
  KEY("--key", "ID=KEY", "accept this key instead of the default one; may be repeated"),
  UNSIGNED("--unsigned", "ID", "take calls of this vendor without signatures; for fidelisa"),
  CHECK_RESPONSES(
      "--check-responses",
      "",
      "check every answer against the contract; one that does not fit is a 500"),
  SEED(
      "--seed",
      "ID=FILE",
      "begin with the state in this file, and anew whenever it changes; may be repeated"),
  SCENARIO(
      "--scenario",
      "NAME",
      "begin with this scenario where a vendor has it; ID=NAME for one vendor; may be repeated"),
  SCENARIOS("--scenarios", "DIR", "more scenarios, in DIR/ID/NAME.json; new ones are saved there"),
  STATE("--state", "DIR", "keep what is remembered in this directory; default: in memory"),
  RELOAD("--reload", "", "load a vendor again when its JAR or folder on the class path changes"),
  CLASSES(
      "--classes",
      "ID=PATH",
      "load a vendor from this JAR or folder, and again when it changes; may be repeated"),
  BIND(
      "--bind",
      "ADDRESS",
      "listen on this address; default localhost: 127.0.0.1 and ::1, this machine only"),
  BASE_PATH(
      "--base-path",
      "PATH",
      "serve the vendors below this path, such as /mock; default: at the root"),
  HTTPS(
      "--https",
      "",
      "speak HTTPS as well, on the same ports, with a certificate that is made at the first start"),
  HTTPS_DIR("--https-dir", "DIR", "keep that in this directory; default: ~/.forecourt/https"),
  HTTPS_CERT("--https-cert", "FILE", "speak HTTPS with this certificate, in PEM"),
  HTTPS_KEY("--https-key", "FILE", "the key of that certificate, in PEM"),
  ALLOW_HOST(
      "--allow-host",
      "NAME",
      "controls may be called by this host name too; default: localhost, 127.0.0.1, ::1 and --bind;"
          + " may be repeated"),
  ALLOW_ORIGIN(
      "--allow-origin",
      "URL",
      "pages of this origin may call controls, as http://127.0.0.1:4010; default: none; may be"
          + " repeated"),
  CORS(
      "--cors",
      "URL",
      "pages of this origin alone may call the vendors, as http://localhost:5173; off for none;"
          + " default: pages of every origin; may be repeated"),
  WEBHOOK_HOST(
      "--webhook-host",
      "NAME",
      "webhooks may be called on this host too; default: this machine only; may be repeated"),
  CONSOLE("--console", "on|off", "the page at the console's port; default: on"),
  CONSOLE_PORT(
      "--console-port",
      "PORT",
      "serve the console on this port; default 4010, or none where that is taken; 0 means any free"
          + " one"),
  SELF_TEST(
      "--self-test",
      "",
      "start all on free ports, call each once, and end: exit code 0 if all answered"),
  VERSION("--version", "", "print the version"),
  HELP("--help", "", "print this text");

  private static final String HEAD =
      """
      Usage: %s [options]

      Serves the mocks of all vendors, each on its own port.

      """;

  private final String text;
  private final String value;
  private final String help;

  Option(String text, String value, String help) {
    this.text = text;
    this.value = value;
    this.help = help;
  }

  /** The option of this name, or null. */
  static @Nullable Option named(String text) {
    for (Option each : values()) {
      if (each.text.equals(text)) {
        return each;
      }
    }
    return text.equals("-h") ? HELP : null;
  }

  static List<String> names() {
    return Arrays.stream(values()).map(Option::text).toList();
  }

  /** What {@code --help} prints to one who started it in this way. */
  static String usage(String program) {
    int width = 0;
    for (Option each : values()) {
      width = Math.max(width, each.shape().length());
    }
    StringBuilder usage = new StringBuilder(HEAD.formatted(program));
    for (Option each : values()) {
      String shape = each.shape();
      usage
          .append("  ")
          .append(shape)
          .append(" ".repeat(width - shape.length() + 2))
          .append(each.help)
          .append('\n');
    }
    return usage.toString();
  }

  /** With the shape of its value, such as {@code --port ID=PORT}. */
  String shape() {
    return value.isEmpty() ? text : text + " " + value;
  }

  /** What it does, in the words of {@code --help}. */
  String help() {
    return help;
  }

  boolean takesValue() {
    return !value.isEmpty();
  }

  /** As the user writes it, such as {@code --port}. */
  String text() {
    return text;
  }
}
