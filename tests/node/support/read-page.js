/** What stands on a page for native readers, read from its HTML. */

/** @param {string} html */
const text = (html) => html.replace(/<[^>]+>/g, "").replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&amp;", "&");

/** Every line of a page: whose it is, what it says, and its English. @param {string} html */
export const linesOf = (html) =>
  [...html.matchAll(/<li class="message" data-file="([^"]*)" data-id="([^"]*)">(.*?)<\/li>/gs)].flatMap(([, file = "", id = "", body = ""]) =>
    [...body.matchAll(/<div class="line"(?: data-form="(\w+)")?><p class="own"[^>]*>(.*?)<\/p><p class="english" lang="en" dir="ltr">(.*?)<\/p>/gs)].map(([, form = "", own = "", english = ""]) => ({
      file,
      id: text(id),
      form,
      own: text(own),
      english: text(english),
    })),
  );
