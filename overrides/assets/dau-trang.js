// The head of a page: the menu, a plain <details>, leaves when its reader does, and the choice of ground tells its state.
const menu = document.querySelector(".thuc-don");
menu?.addEventListener("keydown", event => {
  if (event.key !== "Escape" || !menu.open) return;
  menu.open = false;
  menu.firstElementChild.focus();
});
for (const leaving of ["focusin", "click"]) document.addEventListener(leaving, event => {
  if (menu && !menu.contains(event.target)) menu.open = false;
});

const ground = "data-md-color-scheme"; // set by the theme's script, which leaves the choices unchecked
const tell = () => document.querySelectorAll(".md-option").forEach(one => {
  one.checked = one.getAttribute(ground) === document.body.getAttribute(ground);
});
new MutationObserver(tell).observe(document.body, { attributeFilter: [ground] });
tell();

// The theme scrolls the contents to the place in the text, and so away from who walks through them by keyboard.
const contents = document.querySelector(".md-sidebar__scrollwrap");
contents?.addEventListener("scroll", () => {
  const at = document.activeElement;
  if (contents.contains(at) && at.matches(":focus-visible")) at.scrollIntoView({ block: "nearest" });
});
