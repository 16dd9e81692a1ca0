// Comfort for the table of categories: filter, sort, and compare two or three of them. The whole
// table is there without this script; the choice is kept in the address, so that it can be shared.
(() => {
  const MOST = 3;

  const start = (form) => {
    const box = form.closest("[data-guide-explorer]");
    const table = box.querySelector("table");
    const data = box.querySelector("script[type='application/json']").textContent;
    const { items, rows: features } = JSON.parse(data);
    const body = table.tBodies[0];
    const rows = new Map();
    for (const item of items) {
      const mark = body.querySelector(`[data-guide="review"][data-subject="${item.slug}"]`);
      if (mark) rows.set(item.slug, mark.closest("tr"));
    }
    const shown = items.filter((item) => rows.has(item.slug));
    const count = box.querySelector("[data-guide-count]");
    const result = box.querySelector("[data-guide-compared]");
    const boxes = new Map();

    for (const item of shown) {
      const label = document.createElement("label");
      const tick = document.createElement("input");
      tick.type = "checkbox";
      tick.value = item.slug;
      tick.setAttribute("aria-label", `Compare ${item.title}`);
      label.className = "guide-compare";
      label.append(tick, "Compare");
      rows.get(item.slug).cells[0].append(label);
      boxes.set(item.slug, tick);
    }

    const chosen = () => [...boxes].filter(([, tick]) => tick.checked).map(([slug]) => slug);

    const fits = (item) => {
      const { group, permit, nationals, fee } = form.elements;
      return (
        (!group.value || item.group === group.value) &&
        (!permit.value || item.permits.includes(permit.value)) &&
        (!fee.value || item.fees.includes(fee.value)) &&
        (!nationals.value || !item.nationals || item.nationals === nationals.value)
      );
    };

    const order = {
      title: (a, b) => a.title.localeCompare(b.title, "en"),
      code: (a, b) => (a.codes[0] || "").localeCompare(b.codes[0] || "", "en"),
      review: (a, b) => a.reviewed.localeCompare(b.reviewed),
    };

    const write = () => {
      const query = new URLSearchParams(location.search);
      for (const field of form.elements) {
        if (!field.name) continue;
        if (field.value) query.set(field.name, field.value);
        else query.delete(field.name);
      }
      const compared = chosen();
      if (compared.length) query.set("compare", compared.join(","));
      else query.delete("compare");
      const text = query.toString().replaceAll("%2C", ",");
      history.replaceState(history.state, "", `${location.pathname}${text ? `?${text}` : ""}${location.hash}`);
    };

    const read = () => {
      const query = new URLSearchParams(location.search);
      for (const field of form.elements) {
        if (field.name && query.has(field.name)) {
          const wanted = query.get(field.name);
          if ([...field.options].some((option) => option.value === wanted)) field.value = wanted;
        }
      }
      const wanted = (query.get("compare") || "").split(",").filter((slug) => boxes.has(slug));
      for (const slug of wanted.slice(0, MOST)) boxes.get(slug).checked = true;
      return query;
    };

    const row = (title, cells) => {
      const line = document.createElement("tr");
      const head = document.createElement("th");
      head.scope = "row";
      head.textContent = title;
      line.append(head);
      cells.forEach(([name, content]) => {
        const cell = document.createElement("td");
        cell.dataset.label = name;
        cell.append(...content);
        line.append(cell);
      });
      return line;
    };

    const copy = (slug, kind) => {
      const mark = rows.get(slug).querySelector(`[data-guide="${kind}"]`);
      return mark ? [mark.cloneNode(true)] : [];
    };

    const titles = (picked) => picked.map((item) => item.title).join(" and ");

    const compare = () => {
      const picked = chosen().map((slug) => shown.find((item) => item.slug === slug));
      const full = picked.length >= MOST;
      for (const tick of boxes.values()) tick.disabled = full && !tick.checked;
      result.hidden = picked.length < 2;
      if (result.hidden) return;
      const made = document.createElement("table");
      const head = made.createTHead().insertRow();
      const corner = document.createElement("th");
      corner.scope = "col";
      corner.textContent = "Question";
      head.append(corner);
      for (const item of picked) {
        const cell = document.createElement("th");
        cell.scope = "col";
        const link = document.createElement("a");
        link.href = rows.get(item.slug).cells[0].querySelector("a").href;
        link.textContent = item.title;
        cell.append(link);
        head.append(cell);
      }
      const lines = made.createTBody();
      for (const [title, key] of Object.entries(features)) {
        lines.append(row(title, picked.map((item) => [item.title, [item[key]]])));
      }
      lines.append(row("Reviewed", picked.map((item) => [
        item.title,
        [...copy(item.slug, "review"), ...copy(item.slug, "problem")],
      ])));
      lines.append(row("Verify", picked.map((item) => [item.title, copy(item.slug, "verify")])));
      const caption = made.createCaption();
      caption.textContent = `${titles(picked)} side by side`;
      result.replaceChildren(made);
    };

    const apply = () => {
      const sorted = [...shown];
      if (order[form.elements.sort.value]) sorted.sort(order[form.elements.sort.value]);
      let left = 0;
      for (const item of sorted) {
        const line = rows.get(item.slug);
        line.hidden = !fits(item);
        left += line.hidden ? 0 : 1;
        body.append(line);
      }
      compare();
      const picked = chosen().map((slug) => shown.find((item) => item.slug === slug));
      const hint = picked.length === 1 ? " Tick another one to compare." : "";
      const side = picked.length > 1 ? ` Below the table: ${titles(picked)} side by side.` : "";
      count.textContent = left
        ? `${left} of ${shown.length} categories shown.${hint}${side}`
        : "No category fits all of these. Clear a filter, or compare the IMP with the TFWP.";
      table.hidden = !left;
    };

    form.hidden = false;
    const query = read();
    apply();
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("change", () => { apply(); write(); });
    body.addEventListener("change", () => { apply(); write(); });
    form.addEventListener("reset", () => {
      for (const tick of boxes.values()) tick.checked = false;
      setTimeout(() => { apply(); write(); });
    });
    if (query.has("compare") && !result.hidden && !location.hash) result.scrollIntoView();
  };

  document.querySelectorAll("form[data-guide-filter]").forEach(start);
})();
