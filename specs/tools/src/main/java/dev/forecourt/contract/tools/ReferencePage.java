package dev.forecourt.contract.tools;

/**
 * A page that shows one contract with Swagger UI; it opens from disk and fetches nothing from
 * elsewhere.
 */
final class ReferencePage {
  private ReferencePage() {}

  static String html(String title, String contractJson) {
    return """
        <!DOCTYPE html>
        <html lang="en">
        <head>
          <meta charset="utf-8">
          <meta name="viewport" content="width=device-width, initial-scale=1">
          <title>%s</title>
          <link rel="stylesheet" href="swagger-ui.css">
        </head>
        <body>
          <div id="reference"></div>
          <script src="swagger-ui-bundle.js"></script>
          <script>
            SwaggerUIBundle({
              dom_id: '#reference',
              deepLinking: true,
              defaultModelsExpandDepth: 0,
              docExpansion: 'list',
              displayOperationId: true,
              showExtensions: true,
              // the page shows a contract; calls to the vendor are made with the client
              supportedSubmitMethods: [],
              validatorUrl: null,
              spec: %s
            });
          </script>
        </body>
        </html>
        """
        .formatted(title, inScript(contractJson));
  }

  /** Text of the contract must not end the script that holds it. */
  private static String inScript(String json) {
    return json.replace("</", "<\\/");
  }
}
