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
          <meta name="color-scheme" content="light dark">
          <title>%s</title>
          <link rel="stylesheet" href="swagger-ui.css">
          <style>
            body { margin: 0; }
            #theme { position: fixed; top: 10px; right: 14px; z-index: 2; padding: 4px 10px; font: 14px system-ui, sans-serif; }
          </style>
        </head>
        <body>
          <button type="button" id="theme" aria-label="Switch between light and dark">◐</button>
          <div id="reference"></div>
          <script src="swagger-ui-bundle.js"></script>
          <script>
            // as the system says, until the button is pressed
            const dark = matchMedia('(prefers-color-scheme: dark)');
            const show = on => {
              document.documentElement.classList.toggle('dark-mode', on);
              document.documentElement.style.colorScheme = on ? 'dark' : 'light';
            };
            show(dark.matches);
            dark.addEventListener('change', () => show(dark.matches));
            document.getElementById('theme').addEventListener('click',
                () => show(!document.documentElement.classList.contains('dark-mode')));
            SwaggerUIBundle({
              dom_id: '#reference',
              deepLinking: true,
              defaultModelsExpandDepth: 0,
              docExpansion: 'list',
              filter: true,
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
