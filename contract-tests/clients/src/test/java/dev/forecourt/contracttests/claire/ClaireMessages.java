package dev.forecourt.contracttests.claire;

/**
 * The messages that Claire sends, by trigger: number and words of claire.txt L931-949. Both halves
 * of the message pact know them by these names.
 */
final class ClaireMessages {
  /** The provider of the messages: the same vendor, calling us. */
  static final String PROVIDER = "claire-webhooks";

  static final String CHECK_CREATED = "notifyWebhook: 1 Check created";
  static final String OFFER_READY = "notifyWebhook: 2 Offer ready";
  static final String CUSTOMER_OK = "notifyWebhook: 3 Customer OK";
  static final String CAR_READY = "notifyWebhook: 4 Car ready";
  static final String QUALITY_CHECK = "notifyWebhook: 5 Quality check";
  static final String CHECK_IN_AVAILABLE = "notifyWebhook: 6 Online check-in is available";
  static final String CHECK_IN_ANSWERED = "notifyWebhook: 7 Online check-in is answered";
  static final String DIAGNOSE_AVAILABLE = "notifyWebhook: 8 Diagnose overview is available";
  static final String DIAGNOSE_UPDATED = "notifyWebhook: 9 Diagnose overview update is available";
  static final String DIAGNOSE_ANSWERED = "notifyWebhook: 10 Diagnose overview is answered";
  static final String REPAIR_AVAILABLE = "notifyWebhook: 11 Repair overview is available";
  static final String REPAIR_UPDATED = "notifyWebhook: 12 Repair overview update is available";
  static final String CAR_IN_SHOP = "notifyWebhook: 13 Car In Shop";
  static final String CAR_OUT_OF_SHOP = "notifyWebhook: 14 Car Out of Shop";
  static final String CHECK_IN_OPENED =
      "notifyWebhook: 15 Online check-in was opened by the customer";
  static final String DIAGNOSE_OPENED =
      "notifyWebhook: 16 Diagnose overview was opened by the customer";
  static final String REPAIR_OPENED =
      "notifyWebhook: 17 Repair overview was opened by the customer";
  static final String SHOP_MARK = "notifyWebhook: 18 Is Shop Updated";
  static final String IMPORTED = "notifyWebhook: 19 Appointment imported";
  static final String NOT_IMPORTED = "notifyWebhook: 19 Appointment not imported";

  private ClaireMessages() {}

  /** The number of the trigger, for which there is a URL of its own. */
  static int trigger(String message) {
    return Integer.parseInt(message.split(" ")[1]);
  }

  /** The path of that URL: a message need not name its trigger. */
  static String path(String message) {
    return "/hooks/claire/" + trigger(message);
  }
}
