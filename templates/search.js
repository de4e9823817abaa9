"use strict";
// Lets a reader search the cards and choose tags; without it all cards are there.
(() => {
  const place = document.getElementById("tools");
  const cards = [...document.querySelectorAll(".card")];
  if (!place || cards.length < 2) return;
  const split = text => (text || "").split("\n").filter(Boolean);
  const entries = cards.map(card => ({
    card, tags: split(card.dataset.tags), text: card.textContent.toLowerCase(),
  }));
  const chosen = new Set();
  const count = document.getElementById("count");
  const whole = count.textContent;
  const nothing = document.getElementById("nothing");

  const form = document.createElement("form");
  form.className = "search";
  form.setAttribute("role", "search");
  form.addEventListener("submit", event => event.preventDefault());
  const label = document.createElement("label");
  const input = document.createElement("input");
  input.type = "search";
  input.autocomplete = "off";
  label.append("Search", input);
  form.append(label);
  count.setAttribute("role", "status");

  const update = () => {
    const wanted = input.value.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const { card, tags, text } of entries) {
      const fits = wanted.every(word => text.includes(word)) && [...chosen].every(tag => tags.includes(tag));
      card.hidden = !fits;
      shown += fits;
    }
    nothing.hidden = shown > 0;
    count.textContent = shown === cards.length ? whole : `${shown} of ${whole}`;
  };
  input.addEventListener("input", update);

  const tags = split(place.dataset.tags);
  if (tags.length > 1) {
    const group = document.createElement("fieldset");
    group.setAttribute("aria-label", "Tags");
    for (const tag of tags) {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = tag;
      button.setAttribute("aria-pressed", "false");
      button.addEventListener("click", () => {
        if (!chosen.delete(tag)) chosen.add(tag);
        button.setAttribute("aria-pressed", String(chosen.has(tag)));
        update();
      });
      group.append(button);
    }
    form.append(group);
  }
  place.append(form);
})();
