package dev.forecourt.vendors;

import java.util.List;

/** A part of a file that names each vendor, because Maven or a reader wants it to stand there. */
interface Place {

  /** The file, from the root of the checkout. */
  String file();

  /** Whether this vendor has to stand there. */
  boolean isFor(ListedVendor vendor);

  /** What is looked for, in one line. */
  String wanted(ListedVendor vendor);

  /** Whether the vendor stands in this text of the file. */
  default boolean isIn(String text, ListedVendor vendor) {
    return text.contains(wanted(vendor));
  }

  /**
   * The text with the vendor added, where its neighbours stand.
   *
   * @param others vendors that may stand there
   */
  String addedTo(String text, ListedVendor vendor, List<ListedVendor> others);
}
