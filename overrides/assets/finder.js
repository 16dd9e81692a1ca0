// One question at a time. Without this script the same links lead through the whole page.
//
// The answers given so far are the address: `#a-europe.transfer` names one answer of each question,
// so that Back works, a result can be shared, and nothing is sent anywhere. Each answer stays a
// link; only its target changes.
(() => {
  const finder = document.querySelector("[data-finder]");
  if (!finder) return;

  const steps = new Map();
  for (const section of finder.querySelectorAll(".guide-finder-step")) {
    const heading = section.querySelector("h3[id]");
    const links = [...section.querySelectorAll("a[data-answer]")];
    const answers = links.map((link) => ({
      link,
      key: link.dataset.answer,
      text: link.textContent,
      target: link.hash.slice(1),
    }));
    heading.tabIndex = -1;
    steps.set(heading.id, { section, heading, answers });
  }
  const start = steps.keys().next().value;
  const questions = finder.querySelector(".guide-finder-questions");
  const results = finder.querySelector(".guide-finder-results");

  const made = (tag, name, parent, text = "") => {
    const element = parent.appendChild(document.createElement(tag));
    if (name) element.className = name;
    element.textContent = text;
    return element;
  };
  const given = made("section", "guide-finder-given", finder);
  given.setAttribute("aria-label", "Your answers");
  const progress = made("p", "guide-finder-progress", finder);
  const status = made("p", "guide-sr", finder);
  status.setAttribute("role", "status");
  finder.prepend(given, progress);

  const words = (heading) =>
    [...heading.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE)
      .map((node) => node.textContent).join("").trim();

  const address = (keys) => (keys.length ? `#a-${keys.join(".")}` : `#${start}`);

  // The first way to a question or a result, for an address that names only where it ends.
  const wayTo = (id) => {
    const ahead = [[start, []]];
    for (const [at, keys] of ahead) {
      if (at === id) return keys;
      for (const { key, target } of steps.get(at).answers) ahead.push([target, [...keys, key]]);
    }
    return [];
  };

  const keysOf = (hash) => {
    if (hash.startsWith("#a-")) return hash.slice(3).split(".");
    return steps.has(hash.slice(1)) ? wayTo(hash.slice(1)) : null;
  };

  // Follow the answers as far as they lead: one that has gone since ends the way before it.
  const walked = (keys) => {
    const trail = [];
    let at = start;
    for (const key of keys) {
      const answer = steps.get(at).answers.find((each) => each.key === key);
      if (!answer) break;
      trail.push({ question: words(steps.get(at).heading), answer });
      at = answer.target;
    }
    return { trail, at };
  };

  const longest = (id) => {
    const { answers } = steps.get(id);
    return answers.length ? 1 + Math.max(...answers.map(({ target }) => longest(target))) : 0;
  };

  const showGiven = (trail, again) => {
    given.replaceChildren();
    given.hidden = !trail.length;
    if (!trail.length) return;
    const head = made("p", "guide-finder-label", given, "Your answers");
    if (again) made("a", "", head, "Start again").href = address([]);
    const list = made("ol", "", given);
    trail.forEach(({ question, answer }, number) => {
      const item = made("li", "", list);
      const said = made("div", "", item);
      made("span", "guide-finder-asked", said, `${question} `);
      made("span", "guide-finder-said", said, answer.text);
      const change = made("a", "", item, "Change");
      made("span", "guide-sr", change, ` the answer to: ${question}`);
      change.href = address(trail.slice(0, number).map((step) => step.answer.key));
    });
  };

  const show = (moved) => {
    const asked = keysOf(location.hash);
    const { trail, at } = walked(asked ?? []);
    const { heading, answers } = steps.get(at);
    const isResult = !answers.length;
    const keys = trail.map((step) => step.answer.key);
    for (const [id, step] of steps) step.section.hidden = id !== at;
    questions.hidden = isResult;
    results.hidden = !isResult;
    for (const { link, key } of answers) link.href = address([...keys, key]);
    showGiven(trail, !isResult);
    const most = trail.length + longest(at);
    progress.textContent = `Question ${trail.length + 1} of ${most} at most`;
    progress.hidden = isResult;
    status.textContent = moved && isResult ? `Result. ${words(heading)}.` : "";
    if (!asked) return;
    heading.focus({ preventScroll: true });
    finder.scrollIntoView();
  };

  addEventListener("hashchange", () => show(true));
  show(false);
  finder.dataset.ready = "";
})();
