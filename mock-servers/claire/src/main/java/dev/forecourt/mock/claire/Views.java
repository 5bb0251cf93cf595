package dev.forecourt.mock.claire;

import java.util.List;

/** What Claire shows of what is remembered. */
final class Views {

  private final ClaireState state;

  Views(ClaireState state) {
    this.state = state;
  }

  AppointmentJson appointment(Appointment appointment) {
    AppointmentJson.Builder shown = appointment.fields().toBuilder();
    shown.isRecurring(state.isRecurring(appointment));
    Car car = state.cars.find(appointment.carKey());
    if (car != null) {
      show(car, shown);
    }
    // the vendor's own sample has zeros and no customers in all of these already
    for (CustomerKind kind : CustomerKind.values()) {
      kind.show(state.customer(appointment.customers().get(kind)), shown);
    }
    return shown.build();
  }

  private static void show(Car car, AppointmentJson.Builder appointment) {
    CarJson fields = car.fields();
    appointment
        .carId(car.id())
        .vin(car.vin())
        .carModel(fields.model())
        .carMake(fields.make())
        .licensePlateNumber(fields.regNumber())
        .carApkDate(fields.apkDateDms())
        .carHuDate(fields.huDateDms())
        .carDmsNumber(fields.dmsNumber())
        .carProfilePicture(fields.picture())
        // as in the contract's example: tyres are shown with the car itself
        .car(fields.toBuilder().tyresOnCar(null).tyresInStorage(null).truckTyres(null).build());
  }

  WebhookJson webhook(Webhook webhook) {
    return WebhookJson.builder()
        .createdOn(webhook.createdOn())
        .updatedOn(webhook.updatedOn())
        .id(webhook.id())
        .name(webhook.name())
        .webhookTriggerId(webhook.trigger())
        .dealerId(ClaireSeed.DEALER)
        .dealerLocationId(webhook.locationId())
        .publicAccountId(webhook.account())
        .userId(null)
        .url(webhook.url())
        .queued(webhook.queued())
        .checklistId(webhook.checklistId())
        .active(webhook.active())
        .headers(webhook.headers().isEmpty() ? null : headers(webhook))
        .publicAccount(PublicAccountJson.builder().build())
        .user(null)
        .hasRecentError(state.webhooks.hasRecentError(webhook))
        .build();
  }

  private static List<WebhookHeaderJson> headers(Webhook webhook) {
    // an update replaces the headers
    String made = webhook.seeded() ? webhook.createdOn() : webhook.updatedOn();
    return webhook.headers().stream()
        .map(
            each ->
                WebhookHeaderJson.builder()
                    .createdOn(made)
                    .updatedOn(webhook.updatedOn())
                    .id(each.id())
                    .name(each.name())
                    .valueValue(each.value())
                    .webhookId(webhook.id())
                    .webhook(null)
                    .build())
        .toList();
  }

  WebhookErrorJson error(WebhookError error) {
    String time = error.time().toString();
    return new WebhookErrorJson(time, time, error.id(), error.webhookId(), error.reason());
  }
}
