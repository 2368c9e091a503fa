// Finds the provision that answers a query and marks the words in it.
import { provisionAt, shownWords } from "./query.js";

const LENGTH = 210; // letters of context

// Choose the passage with most of the query's neighbouring words, the earlier of two.
export function bestPassage(query, entry, index) {
  const asked = query.path.length && provisionAt(query.path, entry.passages);
  if (asked) return { passage: ofProvision(entry, asked[0]), isAsked: true };
  const shown = shownWords(query);
  let best = null, most = 0;
  for (const passage of entry.passages) {
    const score = closeness(shown, index.cut(passage[2])) * (passage[3] ? 1.2 : 1);
    if (score > most) [best, most] = [passage, score];
  }
  return most ? { passage: best, isAsked: false } : null;
}

// A provision with a heading is shown with what stands below the heading.
function ofProvision(entry, ident) {
  const parts = entry.passages.filter(passage => passage[0] === ident);
  return [ident, parts[0][1], parts.map(part => part[2]).join(" "), 0];
}

function closeness(asked, text) {
  let score = 0;
  asked.forEach((word, i) => {
    if (text.plain.includes(` ${word.plain} `)) score += 1;
    if (i && text.plain.includes(` ${asked[i - 1].plain} ${word.plain} `)) score += 4;
  });
  return score;
}

// Cut the text around the words and return pieces: [text, isMarked].
export function markedPieces(text, asked, index, length = LENGTH) {
  const found = index.cut(text).words;
  const spans = spansOf(found, asked);
  const from = spans.length && length < text.length ? start(text, spans, length) : 0;
  const to = Math.min(text.length, from + length);
  const cut = to < text.length ? Math.max(from + 1, text.lastIndexOf(" ", to)) : to;
  const pieces = from ? [["… ", false]] : [];
  let at = from;
  for (const [begin, end] of spans.filter(([begin, end]) => begin >= from && end <= cut)) {
    pieces.push([text.slice(at, begin), false], [text.slice(begin, end), true]);
    at = end;
  }
  pieces.push([text.slice(at, cut) + (cut < text.length ? " …" : ""), false]);
  return pieces.filter(([piece]) => piece);
}

// Mark runs of two or more of the query's words; single words only where there are no runs and most are there.
function spansOf(found, asked) {
  const next = new Map();
  asked.forEach((word, i) => next.set(word.plain, [...(next.get(word.plain) ?? []), asked[i + 1]?.plain]));
  const hits = found.map((word, i) => next.has(word.plain) && { pair: next.get(word.plain).includes(found[i + 1]?.plain) });
  const marked = found.map((_, i) => hits[i] && (hits[i].pair || (hits[i - 1] && hits[i - 1].pair)));
  const isMost = new Set(found.filter((_, i) => hits[i]).map(word => word.plain)).size > next.size / 2;
  const chosen = marked.some(Boolean) ? marked : isMost ? hits : [];
  const spans = [];
  found.forEach((word, i) => {
    if (!chosen[i]) return;
    const last = spans.at(-1);
    if (last && i && chosen[i - 1] && word.start - last[1] <= 2) last[1] = word.end;
    else if (!last || word.start >= last[1]) spans.push([word.start, word.end]);
  });
  return spans;
}

// Begin where most marked letters fit in, at a word.
function start(text, spans, length) {
  let best = 0, most = -1;
  for (const [begin] of spans) {
    const fits = spans.filter(([from, to]) => from >= begin && to <= begin + length * 0.8).reduce((sum, [from, to]) => sum + to - from, 0);
    if (fits > most) [best, most] = [begin, fits];
  }
  const early = best - length * 0.2;
  return early <= 0 ? 0 : text.indexOf(" ", early) + 1;
}
