// Cuts text into words without marks; what words.py in scripts/search/ does to the pages, to the letter.
const WORD = /[\p{L}\p{N}]+/gu;
const JOINED = /[\p{L}\p{N}]+(?:[&-][\p{L}\p{N}]+)*/gu;
const TONES = { "\u0300": "f", "\u0301": "s", "\u0309": "r", "\u0303": "x", "\u0323": "j" };
const SHAPES = { "\u0302": "a", "\u031b": "w", "\u0306": "e", "\u0335": "d" };
const known = new Map();

// Give a word without marks and its marks: viễn is {plain: "vien", marks: "2ax"}; kỹ and kĩ are one word.
export function read(word) {
  if (!known.has(word)) known.set(word, reduced(word));
  return known.get(word);
}

function reduced(word) {
  let plain = "", shapes = "", tone = "";
  for (const sign of word.toLowerCase().replaceAll("đ", "d\u0335").normalize("NFD")) {
    if (sign in TONES) tone = TONES[sign];
    else if (sign in SHAPES) shapes += plain.length - 1 + SHAPES[sign];
    else if (sign <= "\x7f") plain += sign;
  }
  return { plain: plain.replace(/^([hklmst]|qu)y$/, "$1i"), marks: shapes + tone };
}

export const fold = text => (text.normalize("NFC").match(WORD) ?? []).map(word => read(word).plain).join(" ");

// Cut text into words with their places; `longForms` maps a printed or (in queries) a folded abbreviation.
export function words(text, longForms) {
  const found = [];
  text = text.normalize("NFC");
  const fullOf = (part, at) => /\d\S*[/-]$/.test(text.slice(Math.max(0, at - 20), at)) ? undefined : longForms?.get(part); // 749/QĐ-TTg
  const add = (part, start, full) => {
    for (const word of full ? full.match(WORD) : [part]) found.push({ ...read(word), start, end: start + part.length });
  };
  for (const { 0: joined, index } of text.matchAll(JOINED)) {
    const full = fullOf(joined, index) ?? fullOf(joined.replace(/[&-]/g, ""), index); // TT&TT, KT-XH
    if (full) add(joined, index, full);
    else for (const { 0: part, index: at } of joined.matchAll(WORD)) add(part, index + at, fullOf(part, index + at));
  }
  return found;
}

// Write words as one text with and without marks, in which a phrase is found by looking.
export const cut = found => ({
  words: found,
  plain: ` ${found.map(word => word.plain).join(" ")} `,
  marked: ` ${found.map(word => word.plain + word.marks).join(" ")} `,
});

export const longForms = pairs => new Map(Object.entries(pairs));

// People type abbreviations in any case: cntt, Cntt.
export const longFormsTyped = pairs => ({
  get: word => typed(pairs).get(read(word).plain),
});

const tables = new WeakMap();
function typed(pairs) {
  if (!tables.has(pairs)) tables.set(pairs, new Map(Object.entries(pairs).map(([short, full]) => [read(short).plain, full])));
  return tables.get(pairs);
}

// The tokens of two neighbours: as far as they are the same without marks, in a field, with the marks.
export const pairPrefix = (first, second) => `${first.plain}z${second.plain}z`;
export const pairToken = (first, second, field) =>
  `${first.plain}z${second.plain}z${field}${first.marks}z${second.marks}z`;

// Tell whether two words differ by one letter: one other, one more, one less, or two that changed places.
export function isNear(one, other) {
  if (Math.abs(one.length - other.length) > 1) return false;
  let start = 0;
  while (start < one.length && one[start] === other[start]) start++;
  const rest = one.slice(start), otherRest = other.slice(start);
  return rest.slice(1) === otherRest.slice(1) || rest.slice(1) === otherRest || rest === otherRest.slice(1)
    || (rest[0] === otherRest[1] && rest[1] === otherRest[0] && rest.slice(2) === otherRest.slice(2));
}

// Read keys as Telex has them: ddinhj is định, nguyeenx is nguyễn. Behind a vowel no Vietnamese word has such letters.
export const ofTelex = word => word.replace(/^dd/, "d").replace(/(?<=[aeiouy].*)[sfrxjw]/g, "").replace(/aa|ee|oo/, pair => pair[0]);
