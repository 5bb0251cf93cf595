// From disk a browser fetches no other page: results of a search show without an extract.
if (location.protocol === "file:" && window.DOCUMENTATION_OPTIONS) DOCUMENTATION_OPTIONS.SHOW_SEARCH_SUMMARY = false;

// Titles of sections are found by at least half of their words; the name of an operation, at the end of its title, is found too.
if (typeof Search !== "undefined" && Search._index) {
  const titles = Search._index.alltitles ?? {};
  for (const [title, places] of Object.entries(titles)) {
    const operation = /\((\w+)\)$/.exec(title)?.[1];
    if (operation) titles[operation] = [...(titles[operation] ?? []), ...places];
  }
}
