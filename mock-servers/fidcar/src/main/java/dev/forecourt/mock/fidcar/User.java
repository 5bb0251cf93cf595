package dev.forecourt.mock.fidcar;

import org.jspecify.annotations.Nullable;

/** A person: a customer, or a member of a dealership. */
record User(String firstname, String lastname, @Nullable String email, @Nullable String phone) {

  /** What FIDCAR shows of it. */
  UserJson json() {
    return new UserJson(firstname, lastname, email, phone);
  }

  String fullName() {
    return firstname + " " + lastname;
  }
}
