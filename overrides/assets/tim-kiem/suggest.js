// Offers what a search box leads to while somebody types: the provision that is named, then documents.
// The box is a combobox (WAI-ARIA 1.2): focus stays in it, arrows go through the list, Enter follows.
import { open, ROOT } from "./index.js";
import { bestPassage } from "./excerpt.js";
import { parse, shownWords } from "./query.js";
import { search } from "./ranking.js";
import { element, factsOf, marked } from "./results.js";

const SHOWN = 5;
const LEAST = 2; // letters
const PAUSE = 120; // milliseconds without a key
const boxes = new WeakMap();
let index, dressing, count = 0;

export function attach(form) {
  if (!boxes.has(form)) boxes.set(form, new Box(form));
  return boxes.get(form);
}

// On a narrow screen the box of the head lies over the head until it is left.
export async function unfold(link) {
  const head = link.closest("header"), form = head.querySelector("[data-tim-kiem]");
  attach(form);
  await dressed();
  const close = element("button", { type: "button", class: "tim-kiem__dong", "aria-label": "Đóng ô tìm kiếm" }, "×");
  const fold = event => {
    if (event.type === "focusout" && form.contains(event.relatedTarget)) return;
    head.classList.remove("dau-trang--tim");
    close.remove();
    form.removeEventListener("focusout", fold);
    form.removeEventListener("keydown", escape);
    if (event.type !== "focusout") link.focus();
  };
  const escape = event => { if (event.key === "Escape" && !event.defaultPrevented) fold(event); };
  close.addEventListener("click", fold);
  form.append(close);
  head.classList.add("dau-trang--tim");
  form.addEventListener("focusout", fold);
  form.addEventListener("keydown", escape);
  form.elements.q.focus();
}

// The style sheet of the search comes with its first use; the page names it, switched off.
function dressed() {
  const sheet = document.querySelector("link[data-tim-kieu]");
  dressing ??= !sheet ? Promise.resolve() : new Promise(resolve => {
    sheet.onload = sheet.onerror = resolve;
    sheet.disabled = false;
  });
  return dressing;
}

class Box {
  constructor(form) {
    this.form = form;
    this.input = form.elements.q;
    this.list = element("div", { class: "goi-y", role: "listbox", id: `goi-y-${++count}`, "aria-label": "Gợi ý", hidden: true });
    this.status = element("p", { class: "an", role: "status" });
    this.turn = 0;
    this.active = -1;
    form.append(this.list, this.status);
    const states = { role: "combobox", "aria-expanded": "false", "aria-controls": this.list.id, "aria-autocomplete": "list", "aria-haspopup": "listbox" };
    for (const [name, value] of Object.entries(states)) this.input.setAttribute(name, value);
    this.input.addEventListener("input", () => this.soon());
    this.input.addEventListener("keydown", event => this.key(event));
    // Whatever is pressed, the focus stays in the box: it closes what it leaves.
    form.addEventListener("pointerdown", event => { if (event.target !== this.input) event.preventDefault(); });
    form.addEventListener("focusout", event => { if (!form.contains(event.relatedTarget)) this.close(); });
    form.addEventListener("submit", () => this.close());
    dressed();
    if (this.input.value) this.soon(); // typed before this came
  }

  get options() {
    return [...this.list.children];
  }

  soon() {
    clearTimeout(this.pause);
    this.turn++;
    if (this.input.value.trim().length < LEAST) this.close();
    else this.pause = setTimeout(() => this.suggest(), PAUSE);
  }

  async suggest() {
    const turn = this.turn, typed = this.input.value.trim();
    try {
      index ??= open();
      const opened = await index;
      const query = parse(typed, opened.about, !/\s$/.test(this.input.value));
      const found = await search(query, opened);
      const entries = await Promise.all(found.places.slice(0, SHOWN).map(place => opened.read(place)));
      await dressed();
      if (turn === this.turn && this.form.contains(document.activeElement)) this.draw(typed, found, entries, opened);
    } catch (error) {
      index = undefined;
      console.error(error);
      this.close("Chưa tải được gợi ý. Bấm Tìm để sang trang tìm kiếm.");
    }
  }

  draw(typed, found, entries, opened) {
    const query = found.mended ?? found.query;
    const offers = entries.map(entry => offerOf(entry, query, opened));
    offers.sort((one, other) => other.isAsked - one.isAsked);
    const all = `${this.form.action}?${new URLSearchParams({ q: typed })}`;
    const rest = found.places.length ? `Xem cả ${found.places.length} kết quả cho “${typed}”` : `Không thấy “${typed}”. Sang trang tìm kiếm`;
    const links = [...offers.map(offer => offer.link), element("a", { class: "goi-y__het", href: all }, rest)];
    links.forEach((link, i) => {
      link.id = `${this.list.id}-${i}`;
      link.tabIndex = -1;
      link.setAttribute("role", "option");
      link.setAttribute("aria-selected", "false");
      link.addEventListener("pointermove", () => this.choose(i));
    });
    this.list.replaceChildren(...links);
    this.list.hidden = false;
    this.list.scrollTop = 0;
    this.list.dataset.xong = typed;
    this.input.setAttribute("aria-expanded", "true");
    this.choose(-1);
    this.status.textContent = offers.length ? `${offers.length} gợi ý, mũi tên lên xuống để chọn.` : "Không có gợi ý.";
  }

  close(said = "") {
    clearTimeout(this.pause);
    this.turn++;
    this.list.hidden = true;
    this.choose(-1);
    this.input.setAttribute("aria-expanded", "false");
    this.status.textContent = said;
  }

  key(event) {
    if (event.isComposing) return;
    const isOpen = !this.list.hidden, { options } = this;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (!isOpen) return this.soon();
      const step = event.key === "ArrowDown" ? 1 : -1, places = options.length + 1; // the box itself is one
      this.choose((this.active + 1 + step + places) % places - 1, true);
    } else if (event.key === "Enter" && isOpen && this.active >= 0) {
      event.preventDefault();
      options[this.active].click();
    } else if (event.key === "Escape" && isOpen) {
      event.preventDefault();
      this.close();
    }
  }

  choose(place, isShown = false) {
    this.active = place;
    this.options.forEach((option, i) => option.setAttribute("aria-selected", String(i === place)));
    const option = this.options[place];
    if (!option) return this.input.removeAttribute("aria-activedescendant");
    this.input.setAttribute("aria-activedescendant", option.id);
    if (isShown) option.scrollIntoView({ block: "nearest" });
  }
}

// A provision that the query names leads to itself, any other find to its document.
function offerOf(entry, query, index) {
  const best = query.path.length ? bestPassage(query, entry, index) : null;
  const isAsked = Boolean(best?.isAsked);
  const [ident, place] = isAsked ? best.passage : ["", ""];
  const link = element("a", { class: "goi-y__muc", href: ROOT + entry.address + (ident ? `#${ident}` : "") },
    element("span", { class: "goi-y__ten" }, ...(isAsked ? [element("strong", {}, place), " – "] : []), ...marked(entry.title, shownWords(query), index, 400)),
    element("span", { class: "goi-y__loai" }, ...factsOf(entry)));
  return { link, isAsked };
}
