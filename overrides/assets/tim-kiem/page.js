// The search page: what is asked stands in the address, so that a search can be sent to others.
import { open, ROOT } from "./index.js";
import { parse } from "./query.js";
import { search } from "./ranking.js";
import { element, resultItem } from "./results.js";

const SHOWN = 10;
const PROPERTIES = [
  ["kind", "loai", "Loại"], ["year", "nam", "Năm"], ["issuer", "co-quan", "Cơ quan ban hành"],
  ["field", "linh-vuc", "Lĩnh vực"], ["status", "hieu-luc", "Hiệu lực, trạng thái"],
];
const MOST_VALUES = 8;
const KINDS = ["Quyết định", "Đề cương", "Căn cứ", "Cơ quan", "Hướng dẫn"]; // as everywhere on the site

const ORDERS = {
  kind: (a, b) => KINDS.indexOf(a[0]) - KINDS.indexOf(b[0]),
  year: (a, b) => b[0].localeCompare(a[0]),
};

export function start(place) {
  const page = new SearchPage(place);
  page.form.addEventListener("submit", event => {
    event.preventDefault();
    clearTimeout(page.pause);
    page.ask({ typed: page.input.value });
  });
  page.input.addEventListener("input", () => { clearTimeout(page.pause); page.pause = setTimeout(() => page.ask({ typed: page.input.value }, "replace", true), 180); });
  window.addEventListener("popstate", () => page.show());
  place.querySelector("[data-tim-khong-js]").hidden = true;
  // What was typed before this script came is not lost.
  if (page.input.value && page.input.value !== page.state.typed) page.ask({ typed: page.input.value }, "replace");
  else page.show();
  return page;
}

class SearchPage {
  constructor(place) {
    this.form = place.querySelector("form");
    this.input = place.querySelector("input[name=q]");
    this.status = place.querySelector("[role=status]");
    this.facets = place.querySelector("[data-tim-loc]");
    this.list = place.querySelector("[data-tim-ket-qua]");
    this.turn = 0;
  }

  get state() {
    const given = new URLSearchParams(location.search);
    return {
      typed: given.get("q") ?? "",
      chosen: Object.fromEntries(PROPERTIES.map(([name, key]) => [name, given.getAll(key)])),
      byDate: given.get("xep") === "ngay",
      shown: Math.min(500, Math.max(SHOWN, Number(given.get("hien")) || SHOWN)),
    };
  }

  // Put a changed state into the address and show it; typing replaces the last entry of the history.
  ask(changes, way = "push", isOpen = false) {
    const state = { ...this.state, shown: SHOWN, ...changes };
    const given = new URLSearchParams();
    if (state.typed.trim()) given.set("q", state.typed.trim());
    for (const [name, key] of PROPERTIES) for (const value of state.chosen[name]) given.append(key, value);
    if (state.byDate) given.set("xep", "ngay");
    if (state.shown > SHOWN) given.set("hien", state.shown);
    const address = location.pathname + (given.size ? `?${given}` : "");
    if (address !== location.pathname + location.search) history[`${way}State`](null, "", address);
    return this.show(document.activeElement === this.input, isOpen && !/\s$/.test(state.typed));
  }

  // While somebody types, the last word may be going on (isOpen).
  async show(isTyping = false, isOpen = false) {
    const turn = ++this.turn;
    const state = this.state;
    if (!isTyping && this.input.value.trim() !== state.typed) this.input.value = state.typed;
    try {
      this.index ??= open();
      const index = await this.index;
      const query = parse(state.typed, index.about, isOpen);
      const found = query.text ? await search(query, index) : { query, places: newest(index) };
      const narrowed = narrow(found.places, state.chosen, index);
      if (state.byDate) narrowed.sort((one, other) => index.dates[other] - index.dates[one] || one - other);
      const entries = await Promise.all(narrowed.slice(0, state.shown).map(place => index.read(place)));
      if (turn === this.turn) this.draw(state, found, narrowed, entries, index);
    } catch (error) {
      this.index = undefined;
      if (turn === this.turn) this.fail(error);
    }
  }

  draw(state, found, narrowed, entries, index) {
    document.title = document.title.replace(/^(?:“.*” - )?/, state.typed ? `“${state.typed}” - ` : "");
    this.status.replaceChildren(...summary(state, found, narrowed.length));
    this.drawFacets(state, found.places, index);
    const query = found.mended ?? found.query;
    const list = element("ol", { class: "kq", "aria-label": "Kết quả tìm kiếm" },
      ...entries.map(entry => resultItem(entry, query, index, ROOT)));
    const rest = narrowed.length - entries.length;
    const more = element("button", { type: "button", class: "md-button kq__them", onclick: () => this.more(entries.length) }, `Xem thêm ${Math.min(SHOWN, rest)} kết quả`);
    const left = narrowed.length ? [list, ...(rest > 0 ? [more] : [])] : [nothing(state, found.places.length, () => this.ask({ chosen: none() }))];
    this.list.replaceChildren(...left);
    this.list.dataset.xong = state.typed;
  }

  async more(count) {
    await this.ask({ shown: this.state.shown + SHOWN }, "replace");
    this.list.querySelectorAll("a")[count]?.focus();
  }

  // Count each value among what the other properties leave, as choosing it would show.
  drawFacets(state, places, index) {
    const hadFocus = document.activeElement?.dataset?.loc;
    const groups = PROPERTIES.map(([name, , label]) => {
      const among = narrow(places, { ...state.chosen, [name]: [] }, index);
      const counts = [...index.values(name)].map(([value, holders]) => [value, among.filter(place => holders.has(place)).length]);
      const useful = counts.filter(([value, count]) => count || state.chosen[name].includes(value));
      useful.sort(ORDERS[name] ?? ((a, b) => b[1] - a[1] || a[0].localeCompare(b[0], "vi")));
      return useful.length ? this.facet(name, label, useful, state) : "";
    });
    const order = element("fieldset", { class: "loc__nhom" }, element("legend", {}, "Thứ tự"),
      ...[[false, "Phù hợp nhất"], [true, "Mới nhất"]].map(([byDate, text]) => choice({
        type: "radio", name: "xep", text, isChosen: state.byDate === byDate, choose: () => this.ask({ byDate }),
      })));
    const open = this.facets.querySelector("details")?.open ?? matchMedia("(min-width: 60em)").matches;
    const chosen = Object.values(state.chosen).flat().length;
    const clear = chosen ? element("button", { type: "button", class: "loc__xoa", onclick: () => this.ask({ chosen: none() }) }, "Bỏ hết bộ lọc") : "";
    this.facets.replaceChildren(element("details", { class: "loc", open },
      element("summary", {}, chosen ? `Lọc và sắp xếp (đang chọn ${chosen})` : "Lọc và sắp xếp"), clear, ...(state.typed ? [order] : []), ...groups));
    if (hadFocus) this.facets.querySelector(`[data-loc="${CSS.escape(hadFocus)}"]`)?.focus();
  }

  facet(name, label, counts, state) {
    const chosen = new Set(state.chosen[name]);
    const choose = value => this.ask({ chosen: { ...state.chosen, [name]: chosen.has(value) ? [...chosen].filter(one => one !== value) : [...chosen, value] } });
    const draw = ([value, count]) => choice({ type: "checkbox", name, text: value, count, isChosen: chosen.has(value), choose: () => choose(value) });
    const first = counts.filter(([value], i) => i < MOST_VALUES || chosen.has(value));
    const others = counts.filter(one => !first.includes(one));
    const rest = others.length ? element("details", { class: "loc__them" }, element("summary", {}, `Thêm ${others.length}`), ...others.map(draw)) : "";
    return element("fieldset", { class: "loc__nhom" }, element("legend", {}, label), ...first.map(draw), rest);
  }

  fail(error) {
    console.error(error);
    this.status.textContent = "Chưa tải được dữ liệu tìm kiếm. Hãy kiểm tra đường truyền rồi bấm Tìm lần nữa, hoặc dùng các danh sách dưới đây.";
    this.list.replaceChildren(lists());
  }
}

const none = () => Object.fromEntries(PROPERTIES.map(([name]) => [name, []]));

function choice({ type, name, text, count, isChosen, choose }) {
  const input = element("input", { type, name, checked: isChosen, onchange: choose });
  input.dataset.loc = `${name} ${text}`;
  return element("label", { class: "loc__muc" }, input, element("span", {}, text), count === undefined ? "" : element("span", { class: "loc__so" }, `(${count})`));
}

// What the site publishes itself; not the works that it cites, nor agencies and guides.
function newest(index) {
  const own = ["Quyết định", "Đề cương"].map(kind => index.values("kind").get(kind) ?? new Set());
  return [...index.dates.keys()].filter(place => own.some(places => places.has(place))).sort((one, other) => index.dates[other] - index.dates[one] || one - other);
}

function narrow(places, chosen, index) {
  const wanted = Object.entries(chosen).filter(([, values]) => values.length)
    .map(([name, values]) => values.map(value => index.values(name).get(value)).filter(Boolean));
  return places.filter(place => wanted.every(holders => holders.some(holder => holder.has(place))));
}

function summary(state, found, count) {
  if (!state.typed) return [count ? `${count} văn bản, mới nhất ở trên.` : ""];
  const mended = found.mended && element("span", {}, "Không thấy “", state.typed, "”. Kết quả cho “", element("strong", {}, found.mended.words.map(word => word.plain).join(" ")), "”: ");
  const near = found.isPartial && count && !mended ? `Không trang nào có đủ “${state.typed}”. Gần nhất: ${count} kết quả.` : "";
  return [mended ?? "", near || (count ? `${count} kết quả${mended ? "." : ` cho “${state.typed}”.`}` : `Không có kết quả cho “${state.typed}”.`)];
}

function nothing(state, unfiltered, clear) {
  const tips = ["Gõ ít từ hơn, hoặc chỉ gõ từ chính.", "Gõ có dấu hay không dấu đều được; gõ tắt như UBND, CNTT cũng được.", "Biết số thì gõ số: 749/QĐ-TTg, hoặc qd 749."];
  return element("div", { class: "kq__trong" },
    ...(unfiltered ? [element("p", {}, `Có ${unfiltered} kết quả nếu bỏ bộ lọc. `, element("button", { type: "button", class: "loc__xoa", onclick: clear }, "Bỏ hết bộ lọc"))] : []),
    element("ul", {}, ...tips.map(tip => element("li", {}, tip))),
    element("p", {}, "Hoặc xem các danh sách:"), lists());
}

// The ways through the lists, as they stand for readers without a script.
function lists() {
  const copy = document.querySelector("[data-tim-danh-sach]").cloneNode(true);
  for (const one of copy.querySelectorAll("[id]")) one.removeAttribute("id");
  return copy;
}
