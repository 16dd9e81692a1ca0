// The theme fetches the search index with every page, and it is larger than the page: let it come
// when somebody turns to the search.
(() => {
  const INDEX = /\/search\/search_index\.json$/;
  const held = new WeakSet();
  const waiting = [];
  let wanted = /[?&][qh]=/.test(location.search); // a link to what was searched for

  const { open, send } = XMLHttpRequest.prototype;
  XMLHttpRequest.prototype.open = function (method, url, ...rest) {
    if (INDEX.test(url)) held.add(this);
    return open.call(this, method, url, ...rest);
  };
  XMLHttpRequest.prototype.send = function (...body) {
    if (wanted || !held.has(this)) return send.apply(this, body);
    waiting.push(() => send.apply(this, body));
  };

  const turn = (event) => {
    if (!event.target.closest?.(".md-search, [for=__search]")) return;
    wanted = true;
    for (const go of waiting.splice(0)) go();
  };
  for (const kind of ["focusin", "pointerover"]) document.addEventListener(kind, turn);
  if (document.activeElement) turn({ target: document.activeElement });
})();

// Readers type what their keyboard has: straight quotation marks and other dashes, no accents, a
// code with a blank or a hyphen in it. Bring each query to the words that the search knows before
// it gets there; generator/engine/search_words.py adds the same forms to what can be found.
(() => {
  const LETTERS = { æ: "ae", œ: "oe", ø: "o", ß: "ss", ł: "l" };
  const QUERY = 2; // the theme's number of a message that asks

  const plain = (text) =>
    text
      .replace(/[‘’‚‛ʼ`´′]/g, "'") // first: taken apart, an acute accent is a blank
      .replace(/[“”„‟«»″]/g, '"')
      .replace(/[æœøßł]/gi, (sign) => LETTERS[sign.toLowerCase()])
      .normalize("NFKD")
      .replace(/[\u0300-\u036f\u00ad\u200b-\u200d\u2060\ufeff]/g, "")
      .normalize("NFC")
      .replace(/[‐-―−]/g, "-");

  const words = (text) =>
    plain(text)
      // A code or a regulation: C-16, C 16, c.16, R 205. A small "a" before a number is the article.
      .replace(/(^|[^\p{L}\p{N}])([B-Zb-z]|A)[\s.-]{1,3}(?=\d{2,3}(?![\p{L}\p{N}]))/gu, "$1$2")
      // An abbreviation: H&C, H & C, U.S.
      .replace(/(\p{L})&(?=\p{L})/gu, "$1")
      .replace(/(^|[^\p{L}\p{N}])(\p{L})\s+&\s+(?=\p{L}(?![\p{L}\p{N}]))/gu, "$1$2")
      .replace(/(^|[^\p{L}\p{N}])((?:\p{L}\.){2,})/gu, (found) => found.replaceAll(".", ""))
      // What an apostrophe parts from a word is no word: employer's, l'emploi.
      .replace(/'s(?![\p{L}\p{N}])/giu, " ")
      .replace(/(^|[^\p{L}\p{N}])\p{L}'(?=\p{L})/gu, "$1")
      .replace(/(\d),(?=\d{3}(?!\d))/g, "$1")
      .replace(/\.(?!\d)|[^\p{L}\p{M}\p{N}".]/gu, " ")
      .replace(/\s+/g, " ");

  const post = Worker.prototype.postMessage;
  Worker.prototype.postMessage = function (message, ...rest) {
    const asks = message && message.type === QUERY && typeof message.data === "string";
    return post.call(this, asks ? { ...message, data: words(message.data) } : message, ...rest);
  };
})();
