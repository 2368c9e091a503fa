// Draws results: one link each, what kind of document it is, and the words found in their place.
import { bestPassage, markedPieces } from "./excerpt.js";
import { shownWords } from "./query.js";

export function element(name, properties = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (key === "class") made.className = value;
    else if (key.startsWith("aria-") || key === "role" || key === "for") made.setAttribute(key, value);
    else made[key] = value;
  }
  made.append(...children.filter(child => child !== null && child !== ""));
  return made;
}

export function resultItem(entry, query, index, root) {
  const best = bestPassage(query, entry, index);
  const shown = shownWords(query);
  const passage = best?.passage;
  const place = passage?.[1] ?? "";
  const address = root + entry.address + (passage?.[0] ? `#${passage[0]}` : "");
  const title = [...(best?.isAsked ? [`${place || passage[2]} – `] : []), ...marked(entry.title, shown, index, 400)];
  const found = passage && (best.isAsked || passage[2] !== entry.title) ? element("p", { class: "kq__doan" },
    ...(place && !best.isAsked ? [element("span", { class: "kq__cho" }, place), ": "] : []),
    ...marked(passage[2], shown, index)) : null;
  return element("li", { class: "kq__muc" },
    element("p", { class: "kq__loai" }, ...factsOf(entry)),
    element("a", { class: "kq__ten", href: address }, ...title),
    found ?? "");
}

export function factsOf(entry) {
  const dated = entry.date ? `ngày ${entry.date}` : entry.year ? `năm ${entry.year}` : "";
  const parts = [entry.number && `Số ${entry.number}`, dated, entry.issuer].filter(Boolean);
  const status = entry.status ? [element("span", { class: `kq__hieu-luc${/^(hết|ngưng)/.test(entry.status) ? " kq__hieu-luc--het" : ""}` }, entry.status)] : [];
  return [element("strong", {}, entry.kind), parts.length ? ` · ${parts.join(" · ")} ` : " ", ...status];
}

export function marked(text, asked, index, length) {
  return markedPieces(text, asked, index, length).map(([piece, isMarked]) => isMarked ? element("mark", {}, piece) : piece);
}
