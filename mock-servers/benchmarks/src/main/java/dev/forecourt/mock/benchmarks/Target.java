package dev.forecourt.mock.benchmarks;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Locale;

/** The three requests that are measured, all of FIDCAR: a page of ten, one object, a new object. */
enum Target {
  LIST("/api/local", "?page=1&limit=10", List.of()),
  ONE("/api/local/1325", "", List.of()),
  // the fields of the vendor's own sample, sent as it sends them: curl -F
  CREATE(
      "/api/local/add",
      "",
      List.of(
          "title=Garage Caltagirone",
          "street=16 place des Vosges",
          "zipcode=75004",
          "city=Paris",
          "country=FR",
          "phone=0176420140",
          "code=DCU4897",
          "siret=1234567891245",
          "type=dealer",
          "url=https://www.fidcar.com",
          "plan=classic_monthly",
          "sms=1",
          "services[]=sav",
          "services[]=vo",
          "services[]=vn",
          "brands[]=Renault",
          "brands[]=Dacia"));

  static final String AUTHORIZATION = "fidcar-test-key";
  static final String MULTIPART = "multipart/form-data; boundary=forecourt";

  private final String path;
  private final String query;
  private final List<String> form;

  Target(String path, String query, List<String> form) {
    this.path = path;
    this.query = query;
    this.form = form;
  }

  String path() {
    return path;
  }

  URI at(String host) {
    return URI.create(host + path + query);
  }

  /** Such as {@code list}. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  boolean isPost() {
    return !form.isEmpty();
  }

  /** The form as multipart; empty for a GET. */
  String body() {
    StringBuilder body = new StringBuilder();
    for (String field : form) {
      int equals = field.indexOf('=');
      body.append("--forecourt\r\nContent-Disposition: form-data; name=\"")
          .append(field, 0, equals)
          .append("\"\r\n\r\n")
          .append(field.substring(equals + 1))
          .append("\r\n");
    }
    return isPost() ? body.append("--forecourt--\r\n").toString() : "";
  }

  HttpRequest request(String host) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(at(host)).header("Authorization", AUTHORIZATION);
    return isPost()
        ? request
            .header("Content-Type", MULTIPART)
            .POST(HttpRequest.BodyPublishers.ofString(body()))
            .build()
        : request.build();
  }
}
