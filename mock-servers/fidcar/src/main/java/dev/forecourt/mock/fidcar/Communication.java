package dev.forecourt.mock.fidcar;

import java.time.LocalDateTime;

/** An e-mail or text message to a contact. */
record Communication(String type, String status, LocalDateTime datetime) {}
