// A convenience only: keys that press the buttons and follow the links that the page has. Without this file everything works by them.
"use strict";

const KEPT = "desk.keys";
const panel = document.querySelector(".keys");
const toggle = document.querySelector(".keys-on");
const cards = Array.from(document.querySelectorAll(".fact-card"));

panel.hidden = false;
toggle.checked = localStorage.getItem(KEPT) !== "off";
toggle.addEventListener("change", () => localStorage.setItem(KEPT, toggle.checked ? "on" : "off"));

function choose(card) {
  if (!card) return;
  document.querySelectorAll("mark.chosen").forEach((mark) => mark.classList.remove("chosen"));
  const words = document.getElementById(card.dataset.words);
  if (words) {
    document.querySelectorAll(`mark[data-fact="${card.id}"]`).forEach((mark) => mark.classList.add("chosen"));
    words.scrollIntoView({ block: "center" });
  }
  card.focus({ preventScroll: Boolean(words) });
  if (words) card.scrollIntoView({ block: "nearest" });
}

function chosen() {
  return document.activeElement.closest(".fact-card");
}

function step(by, among) {
  const here = cards.indexOf(chosen());
  if (here < 0) return choose(by > 0 ? among[0] : among.at(-1));
  const wanted = by > 0 ? among.find((card) => cards.indexOf(card) > here) : among.findLast((card) => cards.indexOf(card) < here);
  choose(wanted || (by > 0 ? among[0] : among.at(-1)));
}

function press(key, within) {
  const control = within && within.querySelector(`[data-key="${key}"]`);
  if (control) control.click();
}

function plain(range) {
  const part = range.cloneContents();
  part.querySelectorAll(".label").forEach((label) => label.remove());
  return part.textContent.split(/\s+/).filter(Boolean).join(" ");
}

function add() {
  const link = document.querySelector('a[data-key="t"]');
  if (!link) return;
  const selection = getSelection();
  const item = selection.rangeCount && selection.getRangeAt(0).startContainer.parentElement.closest("article[data-item]");
  if (item && !selection.isCollapsed) {
    const range = selection.getRangeAt(0);
    const words = plain(range);
    const before = document.createRange();
    before.setStart(item.querySelector("h2"), 0);
    before.setEnd(range.startContainer, range.startOffset);
    const nth = (plain(before) + " ").split(words).length;
    const first = new URL(link.href);
    first.searchParams.set("muc", item.dataset.item);
    first.searchParams.set("loi", words);
    first.searchParams.set("thu", nth);
    link.href = first;
  }
  link.click();
}

const doubted = () => cards.filter((card) => card.classList.contains("doubted"));
const KEYS = {
  j: () => step(1, cards), ArrowDown: () => step(1, cards),
  k: () => step(-1, cards), ArrowUp: () => step(-1, cards),
  n: () => step(1, doubted()), p: () => step(-1, doubted()),
  c: () => press("c", chosen()), s: () => press("s", chosen()), x: () => press("x", chosen()),
  t: add,
  "?": () => { panel.open = !panel.open; if (panel.open) panel.querySelector("summary").focus(); },
};

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey || !toggle.checked) return;
  if (event.target.closest("input, textarea, select, [contenteditable]")) return;
  if (event.key.startsWith("Arrow") && !chosen()) return; // arrows scroll until a card is chosen
  const act = KEYS[event.key];
  if (!act) return;
  event.preventDefault();
  act();
});

function arrive() {
  const there = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (there && there.classList.contains("fact-card")) choose(there);
}

addEventListener("hashchange", arrive);
arrive();
