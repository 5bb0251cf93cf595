package dev.forecourt.mock.fidcar;

import java.util.Map;

/** The import of contacts from other software. */
record Bridge(String title, String code, Map<String, String> params) {}
