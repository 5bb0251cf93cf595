package dev.forecourt.trials.mutation;

import java.util.Locale;

/** The ways to misread a document, each of them one change in a contract. */
enum Kind {
  RENAME_PROPERTY,
  DROP_PROPERTY,
  RENAME_PARAMETER,
  DROP_PARAMETER,
  MOVE_PARAMETER,
  RENAME_HEADER,
  DROP_HEADER,
  FLIP_REQUIRED,
  CHANGE_TYPE,
  CHANGE_DEFAULT,
  DROP_DEFAULT,
  CHANGE_BOUND,
  DROP_ENUM_VALUE,
  RENAME_ENUM_VALUE,
  CHANGE_FORMAT,
  DROP_PATTERN,
  FLIP_NULLABLE,
  MOVE_AUTH,
  DROP_AUTH,
  CHANGE_STATUS,
  DROP_FAILURE,
  CHANGE_PATH,
  CHANGE_VERB,
  CHANGE_MEDIA_TYPE;

  /** Name in reports, such as {@code drop-property}. */
  String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
