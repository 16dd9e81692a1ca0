// What a page shows of its marks now: how they differ from those of the built file, which words
// of theirs a reader does not see as they are, and where their words stand. Nothing here waits:
// it works where scripts are turned off.
({ built, paper, selector, families, faces, least, enough }) => {
  const name = (mark) => {
    const kind = mark.dataset.guide ?? (mark.dataset.table ? "caption" : "foot");
    return `${kind} ${mark.dataset.subject ?? mark.dataset.table ?? ""}`;
  };
  const textsOf = (mark) => {
    const walker = document.createTreeWalker(mark, NodeFilter.SHOW_TEXT);
    const texts = [];
    for (let text = walker.nextNode(); text; text = walker.nextNode())
      if (text.data.trim()) texts.push(text);
    return texts;
  };
  const spoken = (text) => text.parentElement.closest(".guide-sr") !== null;

  // A mark is its words, where its links lead, what stands around it and the heading above it.
  // The theme lays two boxes around each table.
  const described = (page) => {
    const marks = [];
    let heading = "";
    for (const mark of page.querySelectorAll(`h1, h2, h3, ${selector}`)) {
      if (!mark.matches(selector)) { heading = mark.textContent; continue; }
      const words = textsOf(mark).map((text) => [
        text.data.replace(/\s+/g, " "), spoken(text), text.parentElement.closest("a")?.href ?? "",
      ]);
      const around = [];
      for (let part = mark.parentElement; part; part = part.parentElement)
        if (!part.className.startsWith("md-typeset__"))
          around.push(part.localName + (part.id && `#${part.id}`) + ("finder" in part.dataset));
      marks.push([name(mark), JSON.stringify([words, around, heading])]);
    }
    return marks;
  };

  const lost = [];
  if (matchMedia("print").matches !== paper) lost.push(["page", "is not as printed"]);
  const there = described(document);
  const missing = described(new DOMParser().parseFromString(built, "text/html"));
  for (const [mark, description] of there) {
    const at = missing.findIndex((each) => each[1] === description && each[0] === mark);
    if (at < 0) lost.push([mark, "was not built like this"]);
    else missing.splice(at, 1);
  }
  for (const [mark] of missing) lost.push([mark, "is not there as it was built"]);

  // What comes when it is reached, or at another step of the finder, is looked at now.
  for (const part of document.querySelectorAll("article *"))
    if (getComputedStyle(part).contentVisibility === "auto")
      part.style.setProperty("content-visibility", "visible", "important");
  const waiting = [...document.querySelectorAll(".guide-finder [hidden]")];
  for (const part of waiting) part.hidden = false;

  const marks = [...document.querySelectorAll(selector)]
    .filter((mark) => !(paper && mark.matches("footer p")));

  // What moves is looked at where it ends, and that has to be soon.
  for (const animation of document.getAnimations()) {
    const { target } = animation.effect;
    const ends = animation.effect.getComputedTiming().endTime;
    if (ends <= 2000) animation.finish(); // no number, where scrolling moves it
    else
      for (const mark of marks)
        if (target?.contains(mark) || mark.contains(target))
          lost.push([name(mark), "does not stand still"]);
  }

  // A fault of a family: the rest of a page may use any of its machine's fonts, marks may not.
  const rules = (list) => [...list].flatMap((rule) => [rule, ...rules(rule.cssRules ?? [])]);
  const sheets = [...document.styleSheets, ...document.adoptedStyleSheets];
  const drawn = sheets.flatMap((sheet) => rules(sheet.cssRules))
    .filter((rule) => rule instanceof CSSFontFaceRule);
  const plain = (family) => family.replace(/["']/g, "").trim();
  const forged = drawn.filter(({ style }) => {
    const from = faces[plain(style.getPropertyValue("font-family"))] ?? [];
    const sources = style.getPropertyValue("src").match(/(?:url|local)\("[^"]*"\)/g) ?? [""];
    return !sources.every((source) => from.some((end) => source.endsWith(`${end}")`)));
  }).map(({ style }) => plain(style.getPropertyValue("font-family")));
  if (document.fonts.size !== drawn.length) forged.push(...families);

  const remembered = (judge) => {
    const known = new Map();
    return (part) => {
      if (!known.has(part)) known.set(part, judge(part));
      return known.get(part);
    };
  };
  const pixel = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  const colour = remembered((text) => {
    pixel.clearRect(0, 0, 1, 1);
    pixel.fillStyle = text;
    pixel.fillRect(0, 0, 1, 1);
    const [red, green, blue, alpha] = pixel.getImageData(0, 0, 1, 1).data;
    return [red, green, blue, alpha / 255];
  });
  const over = ([red, green, blue, alpha], ground) =>
    [red, green, blue].map((part, n) => part * alpha + ground[n] * (1 - alpha));
  const luminance = (rgb) => rgb.map((part) => part / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
    .reduce((sum, part, n) => sum + part * [0.2126, 0.7152, 0.0722][n], 0);
  const contrast = (one, other) => {
    const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
  };

  const PSEUDO = ["::before", "::after"];
  const isThere = (style) => !["none", "normal"].includes(style.content) && style.display !== "none";
  const length = (text) => Number.parseFloat(text) || 0;

  // Only of an element's own: what its ancestors have is asked of them.
  const bent = remembered((part) => {
    const style = getComputedStyle(part);
    const size = length(style.fontSize);
    const none = ["filter", "backdropFilter", "maskImage", "maskBorderSource", "clipPath", "scale",
      "rotate", "offsetPath", "webkitBoxReflect"];
    for (const property of none)
      if (![undefined, "none", ""].includes(style[property])) return property;
    if (!/^(none|matrix\(1, 0, 0, 1, [^)]*\))$/.test(style.transform)) return "transform";
    if (style.clip !== "auto") return "clip";
    if (style.mixBlendMode !== "normal") return "mix-blend-mode";
    if (!/^(normal|isolate)$/.test(style.unicodeBidi)) return "unicode-bidi";
    if (length(style.zoom) !== 1) return "zoom";
    if (!/^(none|underline)$/.test(style.textDecorationLine)) return "text-decoration";
    if (style.textDecorationLine === "underline" && (length(style.textDecorationThickness) > 0.2 * size
        || length(style.textUnderlineOffset) < 0)) return "text-decoration";
    if (part.inert || part.ariaHidden === "true") return "inert";
    return "";
  });
  const bentAnywhere = remembered((part) =>
    bent(part) || (part.parentElement ? bentAnywhere(part.parentElement) : ""));

  // Of an element that has words of a mark.
  const unread = remembered((part) => {
    const style = getComputedStyle(part);
    const size = length(style.fontSize);
    if (size < least) return "font-size";
    if (style.webkitTextSecurity !== "none") return "text-security";
    if (style.direction !== "ltr") return "direction";
    if (style.writingMode !== "horizontal-tb") return "writing-mode";
    if (style.textShadow !== "none") return "text-shadow";
    if (length(style.webkitTextStrokeWidth) > 0) return "text-stroke";
    if (style.textEmphasisStyle !== "none") return "text-emphasis";
    if (!/^(none|uppercase|lowercase|capitalize)$/.test(style.textTransform)) return "text-transform";
    const letters = length(style.letterSpacing) / size;
    if (letters < -0.05 || letters > 0.3) return "letter-spacing";
    const words = length(style.wordSpacing) / size;
    if (words < -0.1 || words > 1) return "word-spacing";
    if (style.lineHeight !== "normal" && length(style.lineHeight) < size) return "line-height";
    for (const family of style.fontFamily.split(",").map(plain))
      if (!families.includes(family) || forged.includes(family)) return `font ${family}`;
    if (part.closest("a") && style.pointerEvents === "none") return "pointer-events";
    // Signs may stand around the words; on paper a link is followed by where it leads.
    for (const pseudo of PSEUDO) {
      const added = getComputedStyle(part, pseudo);
      const address = paper && part.matches('[data-guide="verify"] a');
      if (isThere(added) && !(address && added.content.includes(part.getAttribute("href"))
          && added.content.length < part.getAttribute("href").length + 12)
          && /[\p{L}\p{N}]/u.test(added.content.replace(/url\("[^"]*"\)/g, "")))
        return `words in ${pseudo}`;
    }
    return "";
  });

  const opacity = remembered((part) =>
    Number(getComputedStyle(part).opacity) * (part.parentElement ? opacity(part.parentElement) : 1));
  const stuck = (part) => {
    for (let each = part; each; each = each.parentElement)
      if (/fixed|sticky/.test(getComputedStyle(each).position)) return true;
    return PSEUDO.some((pseudo) => {
      const style = getComputedStyle(part, pseudo);
      return isThere(style) && /fixed|sticky/.test(style.position);
    });
  };
  // Where such a box lies cannot be asked: a picture has to tell.
  const paints = remembered((part) => PSEUDO.some((pseudo) => {
    const style = getComputedStyle(part, pseudo);
    if (!isThere(style)) return false;
    if (style.position === "static" && !style.margin.includes("-")) return false;
    const filled = colour(style.backgroundColor)[3] > 0 || style.backgroundImage !== "none";
    const edged = style.boxShadow !== "none" || length(style.borderTopWidth) + length(style.borderLeftWidth) > 0;
    const small = length(style.width) * length(style.height) < 1600 && style.transform === "none";
    return style.boxShadow !== "none" || ((filled || edged) && !small);
  }));

  // The colours of an element's letters: one, or those of the picture that shines through them.
  const clipped = (style) => style.backgroundClip.includes("text");
  const inks = remembered((part) => {
    const ink = colour(getComputedStyle(part).webkitTextFillColor);
    let behind = part;
    while (behind.parentElement && !clipped(getComputedStyle(behind))) behind = behind.parentElement;
    const style = getComputedStyle(behind);
    const shines = ink[3] === 0 && clipped(style)
      ? [style.backgroundColor, ...(style.backgroundImage.match(/(?:rgba?|color|oklch|oklab)\([^()]*\)/g) ?? [])]
        .map(colour).filter((each) => each[3] > 0)
      : [ink];
    return shines.map(([red, green, blue, alpha]) => [red, green, blue, alpha * opacity(part)]);
  });

  const fixed = remembered((part) => getComputedStyle(part).position === "fixed"
    || (part.parentElement !== null && fixed(part.parentElement)));

  const shown = { opacityProperty: true, visibilityProperty: true };
  const judged = remembered((text) => {
    const part = text.parentElement;
    const wrong = new Set();
    const pieces = [];
    const fault = unread(part) || bentAnywhere(part);
    if (fault) wrong.add(fault);
    if (!part.checkVisibility(shown)) { wrong.add("not shown"); return { wrong, pieces }; }
    for (const { 0: word, index } of text.data.matchAll(/\S+/g)) {
      const range = document.createRange();
      range.setStart(text, index);
      range.setEnd(text, index + word.length);
      const rects = [...range.getClientRects()].filter((rect) => rect.width > 0.5);
      if (!rects.length) wrong.add(`not laid out: ${word}`);
      else if (rects.length > 1 + word.length / 4) wrong.add(`cut in pieces: ${word}`);
      for (const { x, y, width, height } of rects) {
        if (height < 1.1 * least) wrong.add(`small: ${word}`);
        pieces.push({ text, word, x: x + scrollX, y: y + scrollY, width, height });
      }
    }
    return { wrong, pieces };
  });

  const told = (mark, why) => lost.push([name(mark), why]);
  for (const mark of marks) {
    const words = textsOf(mark).filter((text) => !spoken(text));
    if (!words.length) told(mark, "no words");
    let last = null;
    for (const text of words) {
      const { wrong, pieces } = judged(text);
      for (const why of wrong) told(mark, why);
      for (const piece of pieces) {
        const below = last && piece.y >= last.y + last.height / 2;
        if (last && !below && piece.x < last.x + last.width - 2) told(mark, `out of order: ${piece.word}`);
        last = piece;
      }
    }
  }

  // The topmost at each word has to be the word's own element, at the scroll that suits it best.
  const touchable = new CSSStyleSheet();
  touchable.replaceSync("*, ::before, ::after { pointer-events: auto !important }");
  document.adoptedStyleSheets.push(touchable);
  const from = [scrollX, scrollY];
  const centred = (x, y) => {
    const [far, near] = [scrollY + 0.65 * innerHeight, scrollY + 0.35 * innerHeight];
    if (y < near || y > far || x < scrollX || x > scrollX + innerWidth)
      scrollTo({ top: y - innerHeight / 2, left: x - innerWidth / 2, behavior: "instant" });
    return [scrollX, scrollY];
  };
  const seen = new Map();
  const grounded = new Set();
  let doubt = false;
  // From the page's end, where it was scrolled to: what follows the scroll has come to rest there.
  for (const mark of [...marks].reverse()) {
    for (const text of textsOf(mark).filter((each) => !spoken(each)).reverse()) {
      if (!seen.has(text)) {
        const wrong = new Set();
        for (const piece of [...judged(text).pieces].reverse()) {
          const [x, y] = [piece.x + piece.width / 2, piece.y + piece.height / 2];
          const part = text.parentElement;
          // What is fixed does not come nearer by scrolling.
          const [left, top] = fixed(part) ? from : centred(x, y);
          const topmost = document.elementFromPoint(x - left, y - top);
          if (!topmost) { wrong.add(`off the page: ${piece.word}`); continue; }
          if (topmost !== part) {
            const [own, other] = [part.closest("a"), topmost.closest("a")];
            if (!fixed(part) && stuck(topmost)) wrong.add(`covered: ${piece.word}`);
            else if (own && other && own !== other) wrong.add(`below another link: ${piece.word}`);
            else doubt = true;
            continue;
          }
          // Words of one element have one ground: where it is a picture there is doubt.
          if (grounded.has(text)) continue;
          grounded.add(text);
          const layers = [];
          for (const layer of document.elementsFromPoint(x - left, y - top)) {
            const style = getComputedStyle(layer);
            if (paints(layer)) doubt = true;
            if (clipped(style)) continue;
            if (style.backgroundImage !== "none") doubt = true;
            const [red, green, blue, alpha] = colour(style.backgroundColor);
            layers.push([red, green, blue, alpha * opacity(layer)]);
            if (alpha === 1) break;
          }
          const ground = layers.reduceRight((below, layer) => over(layer, below), [255, 255, 255]);
          const faint = inks(part).some((ink) => contrast(over(ink, ground), ground) < enough);
          if (faint || !inks(part).length) wrong.add("pale");
        }
        seen.set(text, wrong);
      }
      for (const why of seen.get(text)) told(mark, why);
    }
  }
  document.adoptedStyleSheets.pop();
  scrollTo({ left: from[0], top: from[1], behavior: "instant" });

  const places = [];
  for (const mark of marks)
    for (const text of textsOf(mark).filter((each) => !spoken(each)))
      for (const { word, x, y, width, height } of judged(text).pieces)
        places.push([name(mark), word, x, y, width, height, inks(text.parentElement)]);
  return { lost, doubt, places, marks: there.map(([mark]) => mark) };
}
