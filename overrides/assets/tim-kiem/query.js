// Reads what was typed: quoted phrases, document numbers in any form, provisions, years, words.
import { fold, longFormsTyped, read, words } from "./words.js";

const ITEM = /^(?:\d{1,4}[a-z]{0,2}(?:\.\d{1,3})*|[ivxlc]{1,7}|dd|[a-y]\d?)$/;
const YEAR = /^(?:19|20)\d\d$/;
const FILLERS = new Set(["so", "ngay", "cua", "tai", "theo"]);

// Of an open query the last word may be going on.
export function parse(typed, about, isOpen = false) {
  const text = typed.normalize("NFC").replace(/\s+/g, " ").trim();
  const phrases = [...text.matchAll(/["“”]([^"“”]+)["“”]/g)].map(match => match[1]);
  const items = itemsOf(text.replace(/["“”]/g, " "));
  const path = takePath(items, about.grammar.levels);
  const numbers = takeNumbers(items, about.grammar);
  const left = items.filter(item => !item.taken);
  const long = longFormsTyped(about.longForms);
  const asked = words(left.map(item => item.text).join(" "), long);
  const found = asked.length || numbers.length ? asked : words(text, long);
  if (isOpen && found.length && !left.at(-1)?.taken && items.at(-1) === left.at(-1)) found.at(-1).isOpen = true;
  return {
    text, path, numbers,
    words: found,
    phrases: phrases.map(phrase => words(phrase, long)),
    years: left.filter(item => YEAR.test(item.plain)).map(item => item.plain),
    types: typesIn(left, about.grammar.types),
    marked: asked.some(word => word.marks),
  };
}

function itemsOf(text) {
  const found = [];
  let end = 0;
  for (const match of text.matchAll(/[\p{L}\p{M}\p{N}&]+(?:\.\d+)*/gu)) {
    const plain = [...match[0].matchAll(/[\p{L}\p{M}\p{N}]+|\./gu)].map(part => part[0] === "." ? "." : read(part[0]).plain).join("");
    found.push({ text: match[0], plain, before: text.slice(end, match.index), taken: false });
    end = match.index + match[0].length;
  }
  return found;
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
function takeNumbers(items, grammar) {
  const codes = new Set([...grammar.codes, ...grammar.types.flatMap(type => type.codes)]);
  const found = [];
  for (let i = 0; i < items.length; i++) {
    if (items[i].taken || !/^\d{1,6}[a-z]?$|^\d+\.\d+$/.test(items[i].plain)) continue;
    const type = typeBefore(items, i, grammar.types);
    let j = i + 1;
    const year = joined(items[j]) && YEAR.test(items[j].plain) ? items[j++].plain : "";
    const after = [];
    while (j < items.length && !items[j].taken && isCode(items[j], codes, after.length)) after.push(items[j++].plain);
    const alone = items.filter(item => !FILLERS.has(item.plain)).length === 1 + (year ? 1 : 0);
    if (!after.length && !year && (YEAR.test(items[i].plain) || !(type || alone))) continue;
    if (!after.length && year && !(type || alone)) continue;
    for (let k = type ? type.from : i; k < j; k++) items[k].taken = true;
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

// What begins the tokens of a number, with ("wz") or without ("vz") being the document's own.
export function numberPrefixes(number, own) {
  const start = `${own ? "wz" : "vz"}${number.digits}z`;
  const year = number.year ? `${number.year}z` : "";
  if (number.codes.length) return [`${start}${year}${number.codes.join("z")}z`];
  const codes = number.type?.codes ?? [];
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
