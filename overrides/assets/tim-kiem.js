// Small, as every page loads it: the keys that lead to the search box; all else comes when it is used.
const page = document.querySelector("[data-tim-trang]");
if (page) import("./tim-kiem/page.js").then(({ start }) => start(page));

document.addEventListener("keydown", event => {
  const isCommand = (event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === "k";
  const isSlash = event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey && !event.target.closest?.("input, textarea, select, [contenteditable]");
  if (!isCommand && !isSlash) return;
  const inputs = [...document.querySelectorAll("[data-tim-trang] input[name=q], [data-tim-kiem] input[name=q]")];
  const input = inputs.find(one => one.checkVisibility());
  const link = document.querySelector(".dau-trang__tim");
  if (!input && !link) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  if (input) input.focus(), input.select();
  else location.assign(link.href);
}, true);
