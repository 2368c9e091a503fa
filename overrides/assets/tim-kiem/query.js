// Reads what was typed: quoted phrases, document numbers in any form, provisions, years, words.
import { fold, longFormsTyped, read, words } from "./words.js";

const ITEM = /^(?:\d{1,4}[a-z]{0,2}(?:\.\d{1,3})*|[ivxlc]{1,7}|dd|[a-y]\d?)$/;
const YEAR = /^(?:19|20)\d\d$/;
const FILLERS = new Set(["so", "ngay", "cua", "tai", "theo"]);

const SHORT = /(?<!\p{L})([bcdđghklmnpqrstvx]{2,}) v[aà] ([bcdđghklmnpqrstvx]{2,})(?!\p{L})/giu; // NN và MT

// Of an open query the last word may be going on. `asWords` names digits that look like a number and are none.
export function parse(typed, about, isOpen = false, asWords = new Set()) {
  const text = typed.normalize("NFC").replace(/\s+/g, " ").trim();
  const phrases = [...text.matchAll(/["“”]([^"“”]+)["“”]/g)].map(match => match[1]);
  const items = itemsOf(text.replace(/["“”]/g, " ").replace(SHORT, "$1&$2"), about.grammar);
  const path = takePath(items, about.grammar.levels);
  const numbers = takeNumbers(items, about.grammar, asWords);
  const left = items.filter(item => !item.taken);
  spellOut(left, items, about.grammar.types);
  const long = longFormsTyped(about.longForms);
  const asked = words(left.map(item => (item.before === "-" && left.includes(item.last) ? "-" : " ") + item.text).join(""), long);
  const found = asked.length || numbers.length ? asked : words(text, long);
  if (isOpen && found.length && items.at(-1) === left.at(-1)) Object.assign(found.at(-1), { isOpen, begin: items.at(-1).begin });
  return {
    text, path, numbers, isOpen,
    words: found,
    phrases: phrases.map(phrase => words(phrase, long)),
    years: left.filter(item => YEAR.test(item.plain)).map(item => item.plain),
    types: typesIn(left, about.grammar.types),
    marked: asked.some(word => word.marks),
  };
}

function itemsOf(text, grammar) {
  const found = [];
  let end = 0;
  for (const match of text.matchAll(/[\p{L}\p{M}\p{N}&]+(?:\.\d+)*/gu)) {
    let before = text.slice(end, match.index);
    for (const piece of apart(match[0], grammar)) {
      const plain = [...piece.matchAll(/[\p{L}\p{M}\p{N}]+|\./gu)].map(part => part[0] === "." ? "." : read(part[0]).plain).join("");
      const begin = /[yỳýỷỹỵ]$/iu.test(piece) ? plain.slice(0, -1) + "y" : plain;
      found.push({ text: piece, plain, begin, before, last: found.at(-1), taken: false });
      before = "";
    }
    end = match.index + match[0].length;
  }
  return found;
}

// qd749 → qd, 749; 749qdttg → 749, qd, ttg; but 5g and qh14 are one.
function apart(item, { types, codes }) {
  const [, first, digits, last] = item.match(/^(\p{L}{2,})?(\d{1,6})(\p{L}{2,})?$/u) ?? [];
  if (!digits || !(first || last) || codes.includes(read(item).plain)) return [item];
  const known = new Set([...codes, ...types.flatMap(type => type.codes)]);
  const behind = last ? inCodes(last, known) : [];
  if (!behind || (first && !types.some(type => type.codes.includes(read(first).plain)))) return [item];
  return [...(first ? [first] : []), digits, ...behind];
}

// Cut letters into known codes, the longest first: qdttg → qd, ttg.
function inCodes(letters, known) {
  if (!letters) return [];
  for (let length = letters.length; length > 1; length--) {
    const rest = known.has(read(letters.slice(0, length)).plain) && inCodes(letters.slice(length), known);
    if (rest) return [letters.slice(0, length), ...rest];
  }
  return null;
}

// What begins with a type's short form means the type: "qd phe duyet" is "quyết định phê duyệt".
function spellOut(left, items, types) {
  const [first] = left;
  if (left.length < 2 || first !== items[0]) return;
  const type = types.find(one => one.words.includes(first.plain) && one.codes.includes(first.plain));
  if (type) first.text = type.name;
}

// khoản 1 điều 2 → [{stem: "dieu", number: "2"}, {stem: "khoan", number: "1"}], the largest first.
function takePath(items, levels) {
  const steps = [];
  for (let i = 0; i < items.length; i++) {
    for (const [word, rank, stem] of levels) {
      const parts = word.split(" ");
      const number = items[i + parts.length];
      if (!number || !parts.every((part, k) => items[i + k].plain === part)) continue;
      if (!ITEM.test(number.plain) || !isNumberOf(stem, number)) continue;
      steps.push({ rank, stem, number: number.text.toLowerCase() === "đ" ? "dd" : number.plain.replaceAll(".", "-") });
      for (let k = 0; k <= parts.length; k++) items[i + k].taken = true;
      i += parts.length;
      break;
    }
  }
  return steps.sort((one, other) => one.rank - other.rank);
}

// "điểm a" is a point, "điểm 5" is none; "mục tiêu" and "phần mềm" are words.
function isNumberOf(stem, { plain }) {
  if (stem === "diem") return /^(?:dd|[a-y]\d?)$/.test(plain);
  if (["dieu", "khoan", "tiet", "y"].includes(stem)) return /^\d/.test(plain);
  return /^\d|^[ivxlc]+$/.test(plain);
}

// 749/QĐ-TTg, 749 qd ttg, qd 749, nghị định 30/2020, 52-nq/tw.
function takeNumbers(items, grammar, asWords) {
  const codes = new Set([...grammar.codes, ...grammar.types.flatMap(type => type.codes)]);
  const found = [];
  for (let i = 0; i < items.length; i++) {
    if (items[i].taken || asWords.has(items[i].plain) || !/^\d{1,6}[a-z]?$|^\d+\.\d+$/.test(items[i].plain)) continue;
    const type = typeBefore(items, i, grammar.types);
    let j = i + 1;
    const year = joined(items[j]) && YEAR.test(items[j].plain) ? items[j++].plain : "";
    const after = [];
    while (j < items.length && !items[j].taken && isCode(items[j], codes, after.length)) after.push(items[j++].plain);
    const before = after.length ? [] : codesBefore(items, i, grammar.types, codes);
    after.push(...before.map(item => item.plain).filter(plain => plain !== "so"));
    const alone = items.filter(item => !FILLERS.has(item.plain)).length === 1 + (year ? 1 : 0);
    if (!after.length && !year && (YEAR.test(items[i].plain) || !(type || alone))) continue;
    if (!after.length && year && !(type || alone)) continue;
    if (!after.length && /[a-z]$/.test(items[i].plain)) continue; // kế hoạch 5G
    for (const item of [...before, ...items.slice(type ? type.from : i, j)]) item.taken = true;
    found.push({ digits: items[i].plain.replace(/^0+(?=\d)/, ""), year, codes: after, type });
    i = j - 1;
  }
  return found;
}

const joined = item => item && /[/-]/.test(item.before);

function isCode(item, codes, count) {
  const plain = item.plain.replaceAll("&", "");
  if (!/^[a-z]/.test(plain)) return false;
  return codes.has(plain) || (joined(item) && count < 4 && plain.length <= 12);
}

// QĐ-UBND 6255: the codes stand before the digits, the type's own first.
function codesBefore(items, i, types, codes) {
  let from = i;
  while (from && !items[from - 1].taken && (codes.has(items[from - 1].plain) || items[from - 1].plain === "so")) from--;
  const found = items.slice(from, i);
  return found.length > 1 && found[1].plain !== "so" && types.some(type => type.codes.includes(found[0].plain)) ? found : [];
}

function typeBefore(items, i, types) {
  let end = i;
  if (end && ["so", "s"].includes(items[end - 1].plain)) end--;
  for (let length = 4; length; length--) {
    const from = end - length;
    if (from < 0) continue;
    const plain = items.slice(from, end).map(item => item.plain).join(" ");
    const type = types.find(one => one.words.includes(plain)) ?? types.find(one => length === 1 && one.codes[0] && one.codes.includes(plain));
    if (type) return { ...type, from };
  }
  return null;
}

function typesIn(items, types) {
  const plain = ` ${items.map(item => item.plain).join(" ")} `;
  return types.filter(type => type.words.some(word => word.includes(" ") && plain.startsWith(` ${word} `))).map(type => type.name);
}

// The words to mark in a result: those asked for, and the pieces of numbers.
export const shownWords = query => [...query.words, ...query.numbers.flatMap(number =>
  [number.digits, ...(number.year ? [number.year] : []), ...(number.codes.length ? number.codes : number.type?.codes.slice(0, 1) ?? [])]
    .map(plain => ({ plain, marks: "" })))];

// Digits after a type's name may be words: chương trình 135.
export const isVague = number => !number.codes.length && !number.year;

// What begins the tokens of a number, with ("wz") or without ("vz") being the document's own.
export function numberPrefixes(number, own) {
  const start = `${own ? "wz" : "vz"}${number.digits}z`;
  const year = number.year ? `${number.year}z` : "";
  const codes = number.type?.codes ?? [];
  if (number.codes.length) { // of qđ 950/ttg the type says the first
    const firsts = codes.length && !codes.includes(number.codes[0]) ? ["", ...codes.map(code => `${code}z`)] : [""];
    return firsts.map(first => `${start}${year}${first}${number.codes.join("z")}z`);
  }
  return codes.length ? codes.map(code => `${start}${year}${code}z`) : [`${start}${year}`];
}

// Find the passage whose address has all the steps in order and ends with the last: dieu-2-khoan-1.
export function provisionAt(path, passages) {
  const wanted = path.map(step => `${step.stem}-${step.number}`);
  const fits = ident => {
    let rest = `-${ident}-`;
    for (const step of wanted) {
      const at = rest.indexOf(`-${step}-`);
      if (at < 0) return false;
      rest = rest.slice(at + step.length + 1);
    }
    return rest === "-";
  };
  return passages.filter(([ident]) => ident && fits(ident)).sort((one, other) => one[0].length - other[0].length)[0];
}

export { fold };
