// A convenience only: the fact behind a label is shown in place. Without this file the label leads to the fact by its anchor.
"use strict";

const card = document.createElement("div");
card.className = "card";
card.id = "the-du-kien";
card.setAttribute("role", "tooltip");
card.hidden = true;
document.body.append(card);
let shownFor = null;

function hide() {
  if (shownFor) shownFor.removeAttribute("aria-describedby");
  shownFor = null;
  card.hidden = true;
}

function show(label) {
  const fact = document.getElementById(label.hash.slice(1));
  if (!fact) return;
  card.replaceChildren(...Array.from(fact.cloneNode(true).childNodes));
  card.hidden = false;
  const place = label.getBoundingClientRect();
  const left = Math.min(place.left, document.documentElement.clientWidth - card.offsetWidth - 16);
  const above = place.bottom + card.offsetHeight + 8 > window.innerHeight && place.top > card.offsetHeight + 8;
  card.style.setProperty("left", `${Math.max(left, 8) + window.scrollX}px`);
  card.style.setProperty("top", `${(above ? place.top - card.offsetHeight - 4 : place.bottom + 4) + window.scrollY}px`);
  label.setAttribute("aria-describedby", card.id);
  shownFor = label;
}

const labels = "mark a.label";
document.addEventListener("pointerover", (event) => {
  const label = event.pointerType === "mouse" && event.target.closest(labels);
  if (label) show(label);
  else if (shownFor && !event.target.closest(".card")) hide();
});
document.addEventListener("focusin", (event) => {
  const label = event.target.closest(labels);
  if (label) show(label);
  else if (!event.target.closest(".card")) hide();
});
document.addEventListener("click", (event) => {
  const label = event.target.closest(labels);
  if (label && event.pointerType === "touch" ) {
    event.preventDefault();
    show(label);
  } else if (!event.target.closest(".card")) hide();
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") hide();
});
