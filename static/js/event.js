/* The page of an event: marks without loading the page anew, and links and citations to the clipboard.
   All of it is also there without this script, as plain links and as text. */

"use strict";

const told = document.getElementById("told");
let loaded = location.pathname + location.search;

function tell(words) {
  told.textContent = words;
  clearTimeout(tell.timer);
  tell.timer = setTimeout(() => { told.textContent = ""; }, 6000);
}

/* Marks: the server says which; only the parts that differ are put in their place. */

const PARTS = ["#marks", "#text", "#list", ".languages"];

let newest = 0; // answers may come in another order than they were asked for

async function show(address) {
  const turn = (newest += 1);
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(answer.statusText);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  if (turn !== newest) return false;
  const fresh = PARTS.map((part) => page.querySelector(part));
  if (fresh.includes(null)) throw new Error("another page");
  for (const details of document.querySelectorAll("#marks details[open]")) {
    const same = page.getElementById(details.id);
    if (same) same.open = true;
  }
  const focused = document.activeElement?.dataset.swap;
  PARTS.forEach((part, place) => document.querySelector(part).replaceWith(fresh[place]));
  if (focused) {
    const again = document.querySelector(`[data-swap="${CSS.escape(focused)}"]`) ?? document.querySelector("[data-swap]");
    again?.focus({ preventScroll: true });
  }
  tell((document.getElementById("narrowed") ?? document.getElementById("said")).textContent);
  return true;
}

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-swap]");
  if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  const address = link.href;
  show(address)
    .then((isShown) => {
      if (!isShown) return;
      history.pushState(null, "", address);
      loaded = location.pathname + location.search;
    })
    .catch(() => location.assign(address));
});

addEventListener("popstate", () => {
  if (location.pathname + location.search === loaded) return; // only the place in the page is another
  loaded = location.pathname + location.search;
  show(location.href).catch(() => location.reload());
});

/* Copying */

const LONGEST = 80; // characters of what was copied that are told

function copiedByHand(words) {
  const field = document.createElement("textarea");
  field.value = words;
  field.className = "unseen";
  document.body.append(field);
  field.select();
  const done = document.execCommand("copy"); // all there is where the site is not served over HTTPS
  field.remove();
  return done;
}

async function copy(button) {
  const entry = button.closest("li, dd");
  const words = button.dataset.copy === "link"
    ? entry.querySelector("[rel=bookmark]").href
    : (entry.querySelector(`.citation:lang(${document.documentElement.lang})`) ?? entry.querySelector(".citation")).textContent;
  let done = false;
  try {
    await navigator.clipboard.writeText(words);
    done = true;
  } catch {
    done = copiedByHand(words);
    button.focus();
  }
  const begun = words.length > LONGEST ? `${words.slice(0, LONGEST)}…` : words;
  tell(done ? `${told.dataset.copied} ${begun}` : told.dataset.failed);
}

document.addEventListener("click", (event) => {
  const button = event.target.closest("button.copy");
  if (button) copy(button);
});
