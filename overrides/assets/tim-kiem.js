// Small, as every page loads it: what leads to the search box; all else comes when it is used.
const page = document.querySelector("[data-tim-trang]");
if (page) import("./tim-kiem/page.js").then(({ start }) => start(page));

const suggestions = () => import("./tim-kiem/suggest.js");
const offer = target => {
  const form = target?.closest?.("[data-tim-kiem]");
  if (form && !page?.contains(form)) suggestions().then(({ attach }) => attach(form));
};
document.addEventListener("focusin", event => offer(event.target));
offer(document.activeElement);

function openBox() {
  const inputs = [...(page ? [page] : []), document].flatMap(one => [...one.querySelectorAll("[data-tim-kiem] input[name=q]")]);
  const input = inputs.find(one => one.checkVisibility());
  if (input) input.focus(), input.select();
  else if (link) suggestions().then(({ unfold }) => unfold(link), () => location.assign(link.href));
  return input || link;
}

const link = document.querySelector(".dau-trang__tim");
link?.addEventListener("click", event => {
  if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  openBox();
});
document.addEventListener("keydown", event => {
  const isCommand = (event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === "k";
  const isSlash = event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey && !event.target.closest?.("input, textarea, select, [contenteditable]");
  if (!(isCommand || isSlash) || !openBox()) return;
  event.preventDefault();
  event.stopImmediatePropagation();
}, true);
