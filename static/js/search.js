/* "/" goes to the search field of the page, where there is one. */

"use strict";

document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented) return;
  if (event.target.closest("input, textarea, select, [contenteditable]")) return;
  const field = document.querySelector("input[type=search]#q");
  if (!field) return;
  event.preventDefault();
  field.focus();
  field.select();
});
