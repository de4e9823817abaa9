"use strict";
// Lets a reader sort and filter the tables; without it they are complete, in the order of the report.
(() => {
  const number = text => {
    const found = text.replace(/[\u202f\u2009\u00a0]/g, "").replace(/\u2212/g, "-")
      .match(/^[^\d.+-]*([+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?)/i);
    return found ? Number(found[1]) : NaN;
  };
  const words = new Intl.Collator(document.documentElement.lang || "en", { numeric: true });

  // Numbers before words, and what is empty at the end whatever the direction.
  const compare = (a, b, direction) => {
    if (a.text === "" || b.text === "") return (a.text === "") - (b.text === "");
    const [m, n] = [isNaN(a.number), isNaN(b.number)];
    if (m !== n) return m - n;
    return direction * (m ? words.compare(a.text, b.text) : a.number - b.number);
  };

  const makeSortable = table => {
    const body = table.tBodies[0];
    const original = [...body.rows];
    const heads = [...table.tHead.rows[0].cells];
    heads.forEach((head, column) => {
      const button = document.createElement("button");
      button.type = "button";
      button.append(...head.childNodes);
      head.append(button);
      head.setAttribute("aria-sort", "none");
      button.addEventListener("click", () => {
        const next = { none: "ascending", ascending: "descending", descending: "none" };
        const order = next[head.getAttribute("aria-sort")];
        heads.forEach(other => other.setAttribute("aria-sort", "none"));
        head.setAttribute("aria-sort", order);
        if (order === "none") return body.append(...original);
        const keys = new Map(original.map(row => {
          const text = row.cells[column].textContent.trim();
          return [row, { text, number: number(text) }];
        }));
        const direction = order === "ascending" ? 1 : -1;
        body.append(...[...original].sort((a, b) => compare(keys.get(a), keys.get(b), direction)));
      });
    });
  };

  const makeFilterable = table => {
    const rows = [...table.tBodies[0].rows];
    if (rows.length <= 8) return;
    const texts = rows.map(row => [...row.cells].map(cell => cell.textContent).join(" ").toLowerCase());
    const label = document.createElement("label");
    const input = document.createElement("input");
    const count = document.createElement("output");
    input.type = "search";
    label.className = "filter";
    label.append("Filter rows", input, count);
    input.addEventListener("input", () => {
      const wanted = input.value.toLowerCase().split(/\s+/).filter(Boolean);
      rows.forEach((row, place) => { row.hidden = !wanted.every(word => texts[place].includes(word)); });
      const shown = rows.filter(row => !row.hidden).length;
      count.textContent = wanted.length ? `${shown} of ${rows.length}` : "";
    });
    table.parentElement.before(label);
  };

  document.querySelectorAll("table.sortable").forEach(table => {
    makeSortable(table);
    makeFilterable(table);
  });
})();
