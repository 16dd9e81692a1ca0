// The theme opens its menu, the contents in it and its search with labels, which a keyboard cannot
// reach. Make them buttons, keep what lies behind an open panel out of reach, and close panels with
// Escape.
(() => {
  const drawer = document.getElementById("__drawer");
  const search = document.getElementById("__search");
  const toc = document.getElementById("__toc");
  const panel = document.querySelector(".md-sidebar--primary");
  const form = document.querySelector(".md-search");

  const set = (toggle, open) => {
    if (!toggle || toggle.checked === open) return;
    toggle.checked = open;
    toggle.dispatchEvent(new Event("change", { bubbles: true }));
  };

  const buttons = [];
  const button = (label, name, toggle) => {
    if (!toggle) return;
    const made = document.createElement("button");
    made.type = "button";
    made.className = label.className;
    made.setAttribute("for", label.htmlFor); // by which the theme's own styles know it
    made.setAttribute("aria-label", name);
    made.append(...label.childNodes);
    made.addEventListener("click", () => set(toggle, !toggle.checked));
    label.replaceWith(made);
    buttons.push([made, toggle]);
    return made;
  };

  const names = { __drawer: ["Menu", drawer], __search: ["Search", search] };
  for (const [id, [name, toggle]] of Object.entries(names)) {
    for (const label of document.querySelectorAll(`.md-header__button[for="${id}"]`)) {
      button(label, name, toggle);
    }
  }

  // On a phone the contents of the page are a panel of the menu, which slides over the rest of it.
  const contents = panel && panel.querySelector(".md-nav--secondary");
  const covered = [];
  let opener;
  let closer;
  if (toc && contents) {
    const title = contents.querySelector('.md-nav__title[for="__toc"]');
    const link = panel.querySelector('.md-nav__link[for="__toc"]');
    if (title && link) {
      opener = button(link, `${link.textContent.trim()}: table of contents`, toc);
      closer = button(title, `${title.textContent.trim()}: back to the menu`, toc);
      covered.push(opener, ...panel.querySelectorAll('.md-nav__title[for="__drawer"], .md-nav__source'));
      for (const item of panel.querySelectorAll(".md-nav--primary > .md-nav__list > .md-nav__item")) {
        if (!item.contains(contents)) covered.push(item);
      }
      toc.addEventListener("change", () => {
        sync();
        const next = toc.checked ? closer : opener;
        // What is out of sight until the panel has begun to move takes no focus.
        if (drawer && drawer.checked) setTimeout(() => next.focus(), 50);
      });
    }
  }

  // On a wide screen the same sign is no button, but the picture in the field.
  const sign = document.querySelector('.md-search__icon[for="__search"]');
  const back = sign && button(sign, "Close the search", search);
  const wide = matchMedia("(min-width: 60em)");
  const fit = () => {
    if (!back) return;
    back.tabIndex = wide.matches ? -1 : 0;
    back.setAttribute("aria-hidden", String(wide.matches));
  };
  wide.addEventListener("change", fit);
  fit();

  // What an open menu covers: everything but the header and the menu itself.
  const behind = [
    ".md-skip",
    ".md-content",
    ".md-sidebar--secondary",
    ".guide-footer",
    ".md-tabs",
    ".md-top",
  ];
  const sync = () => {
    const open = Boolean(drawer && drawer.checked);
    for (const [made, toggle] of buttons) {
      made.setAttribute("aria-expanded", String(toggle.checked));
    }
    for (const name of behind) {
      for (const element of document.querySelectorAll(name)) element.inert = open;
    }
    for (const element of covered) element.inert = toc.checked;
  };

  if (drawer) {
    drawer.addEventListener("change", () => {
      if (!drawer.checked) set(toc, false);
      sync();
      const first = panel && panel.querySelector("a[href]");
      if (drawer.checked && first) setTimeout(() => first.focus(), 50);
    });
  }
  if (search && form) {
    search.addEventListener("change", () => {
      sync();
      const field = form.querySelector("input[name=query]");
      if (search.checked && !form.contains(document.activeElement)) field.focus();
    });
  }

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    if (drawer && drawer.checked) {
      if (opener && toc.checked) {
        set(toc, false);
        return;
      }
      set(drawer, false);
      const menu = document.querySelector('button[for="__drawer"]');
      if (menu) menu.focus();
    }
  });

  // A menu or a search that the focus has left is closed, so that it covers nothing.
  const leave = (area, toggle) => {
    if (!area) return;
    area.addEventListener("focusout", (event) => {
      const next = event.relatedTarget;
      if (next && !area.contains(next)) set(toggle, false);
    });
  };
  leave(form, search);
  leave(panel, drawer);
  sync();
})();
