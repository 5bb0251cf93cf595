package dev.forecourt.mock.control;

import dev.forecourt.mock.text.Shown;

/** Why a control was not asked, and what to do instead. */
final class ControlRefusal {

  private ControlRefusal() {}

  static String host(String host) {
    return "Controls are called by a name of this machine, but the header 'Host' was %s: a web page can point a name of its own here. Call 127.0.0.1 or localhost, or start the mock with --allow-host %s; in Java: allowHost(\"%s\")"
        .formatted(Shown.value(host), Shown.cut(host), Shown.cut(host));
  }

  static String origin(String origin) {
    if (origin.equals("null")) {
      return "Controls are closed to web pages, but this call came from one that hides its origin (Origin: null), such as a file or a sandboxed frame. Call them from a program, or serve the page and start the mock with --allow-origin and its origin";
    }
    return "Controls are closed to web pages, but this call came from one of %s. Call them from a program, or start the mock with --allow-origin %s; in Java: allowOrigin(\"%s\")"
        .formatted(Shown.value(origin), Shown.cut(origin), Shown.cut(origin));
  }

  static String session(String origin) {
    return "Pages of other machines may call the operations, but name no session: they could end those of test runs. This call came from %s. Leave out 'Mock-Session', or start the mock with --allow-origin %s; in Java: allowOrigin(\"%s\")"
        .formatted(Shown.value(origin), Shown.cut(origin), Shown.cut(origin));
  }

  static String site(String site) {
    return "Controls are closed to web pages, but the browser says that another site asks for this (Sec-Fetch-Site: %s). Call them from a program, or type the address into the browser"
        .formatted(Shown.cut(site));
  }
}
