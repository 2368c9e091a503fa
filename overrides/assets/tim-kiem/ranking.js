// Orders documents: an exact number first, then a phrase in the title, in a heading, in the text.
import { isVague, numberPrefixes, parse, provisionAt } from "./query.js";
import { cut, isNear, ofTelex, pairPrefix, pairToken, read } from "./words.js";

const WEIGHTS = { t: 4, u: 2, x: 1 };
const WHOLE = 4; // all the words' pairs somewhere, or all words in the title in order, are worth more than some
const OWN = 1000; // a document's own number
const GUIDE = 0.6;
const CITED = 0.95;
const SPREAD = 0.7;
const LONG = 3; // pairs of words
const CHECKED = 40; // documents whose text is read to look for a quoted phrase
const NAMED = 8; // and a name that stands whole in the query more still
const READ_FIRST = 10; // documents whose text is read to order them exactly

export async function search(given, index) {
  const query = await withKnownNumbers(given, index);
  const found = await candidates(query, index);
  const unknown = found.unknown.filter(word => !word.mended && !word.isOpen);
  if (unknown.length) {
    const mended = await mend(query, unknown, index);
    if (mended) return { ...(await search(mended, index)), mended };
  }
  const places = await withPhrases(query, [...found.scores.keys()].filter(place => found.scores.get(place) >= found.least), index);
  const isPartial = unknown.length > 0 || found.isNumberUnknown;
  places.sort((one, other) => found.scores.get(other) - found.scores.get(one) || index.dates[other] - index.dates[one] || one - other);
  const first = await Promise.all(places.slice(0, READ_FIRST).map(async place => ({ place, score: found.scores.get(place) + await exactly(query, place, found, index) })));
  first.sort((one, other) => other.score - one.score);
  return { query, isPartial, places: [...first.map(one => one.place), ...places.slice(READ_FIRST)] };
}

// Take digits that are nobody's number for words.
async function withKnownNumbers(query, index) {
  const holders = await Promise.all(query.numbers.map(number => isVague(number)
    ? Promise.all([true, false].flatMap(own => numberPrefixes(number, own)).map(prefix => index.having(prefix))) : [{ size: 1 }]));
  const lost = query.numbers.filter((_, i) => !holders[i].some(places => places.size));
  return lost.length ? parse(query.text, index.about, query.isOpen, new Set(lost.map(number => number.digits))) : query;
}

// Score every document that has a number or a pair of the query's words.
async function candidates(query, index) {
  const scores = new Map();
  const add = (place, score) => scores.set(place, (scores.get(place) ?? 0) + score);
  let mass = 0;
  for (const number of query.numbers) await scoreNumber(number, index, add);
  const isNumberUnknown = query.numbers.length > 0 && !scores.size;
  mass += query.numbers.length * 20;
  // Who gives a whole number that one document has needs no more words to find it: a citation pasted as it stands.
  const isExact = query.numbers.some(number => number.codes.length) && [...scores.values()].filter(score => score >= OWN).length === 1;
  const words = isExact ? [] : query.words;
  const asked = pairsOf(words);
  // Of a long query the pairs that most titles have tell least and cost as much as any.
  const rare = asked.filter(pair => !index.common.has(`${pairPrefix(...pair)}t`));
  const telling = asked.length > LONG && rare.length > 1 ? rare : asked;
  const pairs = await Promise.all(telling.map(pair => look(pair, query, index)));
  const covered = new Set(asked.filter(pair => !telling.includes(pair)).flat());
  const held = new Map();
  for (const pair of pairs) {
    if (!pair.weight) continue;
    pair.words.forEach(word => covered.add(word));
    mass += pair.weight;
    for (const [place, strength] of pair.places) {
      add(place, pair.weight * strength);
      held.set(place, (held.get(place) ?? 0) + (pair.isCommon ? 0 : pair.weight));
    }
  }
  const whole = pairs.reduce((sum, pair) => sum + (pair.isCommon ? 0 : pair.weight), 0);
  const complete = new Set([...held.keys()].filter(place => held.get(place) > whole * 0.999));
  for (const place of complete) add(place, whole * WHOLE);
  // Guides speak of documents to show how to find or write one: the documents come first.
  // Of works that the site only cites it holds less than of its own.
  for (const [kind, part] of [["Hướng dẫn", GUIDE], ["Căn cứ", CITED]]) {
    for (const place of index.values("kind").get(kind) ?? []) if (scores.has(place)) scores.set(place, scores.get(place) * part);
  }
  const alone = await loneWords(words.filter(word => !covered.has(word)), mass > 0, index, add);
  mass += alone.mass;
  for (const year of query.years) for (const place of index.values("year").get(year) ?? []) if (scores.has(place)) add(place, 6);
  for (const type of query.types) for (const place of index.values("kind").get(type) ?? []) if (scores.has(place)) add(place, 3 + mass);
  return { scores, unknown: alone.unknown, isNumberUnknown, complete, whole, mass, least: mass * 0.6 };
}

// A word that stands beside none of its neighbours: whose title has it; where none has, or it is all that is
// asked, whose text. Of several, each that a title has tells enough, and half of all texts may have it.
async function loneWords(words, isMore, index, add) {
  const unknown = [];
  let mass = 0;
  await Promise.all(words.map(async word => {
    const titled = await index.having(`yz${word.plain}z`);
    for (const place of titled) add(place, rarity(titled, index));
    if (titled.size && (isMore || words.length > 1)) {
      if (!isMore) mass += rarity(titled, index) / 2;
      return;
    }
    let places = await index.having(`${word.plain}z`);
    if (!places.size && word.isOpen && word.plain.length > 1) places = await index.having(word.begin);
    if (!places.size) unknown.push(word);
    const weight = rarity(places, index) / 2;
    mass += weight;
    for (const place of places) add(place, weight);
  }));
  return { unknown, mass };
}

const rarity = (places, index) => Math.log(1 + index.size / (places.size + 1));

async function scoreNumber(number, index, add) {
  for (const [own, score] of [[true, OWN], [false, 20]]) {
    for (const prefix of numberPrefixes(number, own)) for (const place of await index.having(prefix)) add(place, score);
  }
  // 6848/2021 may be number 6848 of the year 2021.
  const ofYear = number.year && index.values("year").get(number.year);
  if (ofYear) for (const prefix of numberPrefixes({ ...number, year: "" }, true)) {
    for (const place of await index.having(prefix)) if (ofYear.has(place)) add(place, OWN);
  }
}

// Keep the documents that have each quoted phrase: those with its pairs, then those whose text has it whole.
async function withPhrases(query, places, index) {
  let left = places;
  for (const phrase of query.phrases) {
    for (const pair of pairsOf(phrase)) {
      const { places: having, isCommon } = await look(pair, query, index);
      if (!isCommon) left = left.filter(place => having.has(place));
    }
    const wanted = cut(phrase).plain;
    const has = async place => {
      const entry = await index.read(place);
      return [entry.title, ...entry.passages.map(passage => passage[2])].some(text => index.cut(text).plain.includes(wanted));
    };
    const checked = await Promise.all(left.map((place, i) => i >= CHECKED || has(place)));
    left = left.filter((_, i) => checked[i]);
  }
  return left;
}

const pairsOf = found => found.slice(1).map((second, i) => [found[i], second]);

// Find who has a pair of words, in which field, and how much that tells.
async function look([first, second], query, index) {
  const places = new Map();
  let seen = 0, isCommon = false;
  for (const [field, strength] of Object.entries(WEIGHTS)) {
    const prefix = pairPrefix(first, second) + field;
    if (index.common.has(prefix)) {
      isCommon = true;
      seen = index.size * 0.3;
      continue;
    }
    const having = await index.having(prefix);
    for (const place of having) places.set(place, Math.max(places.get(place) ?? 0, strength));
    if (!query.marked || !having.size) continue;
    for (const place of await index.having(pairToken(first, second, field))) places.set(place, Math.max(places.get(place), strength * 1.3));
  }
  if (!places.size && !isCommon && second.isOpen) {
    for (const place of await index.having(`${first.plain}z${second.begin}`)) places.set(place, 1);
  }
  seen = Math.max(seen, places.size);
  return { words: [first, second], places, isCommon, weight: seen ? Math.log(1 + index.size / seen) : 0 };
}

// Words that stand all over a document say less than words that stand together: what it got for having all goes
// by how many pairs of them one provision, or the title, has.
async function exactly(query, place, found, index) {
  const entry = await index.read(place);
  const pairs = pairsOf(query.words).map(([first, second]) => ` ${first.plain} ${second.plain} `);
  const having = text => pairs.filter(pair => text.plain.includes(pair)).length / pairs.length;
  const nearest = found.complete.has(place) ? Math.max(...[entry.title, ...entry.passages.map(passage => passage[2])].map(index.cut).map(having)) : 1;
  return exactness(query, entry, found.mass, index) - found.whole * WHOLE * (1 - nearest) * SPREAD;
}

// Compare with the text itself: a whole phrase counts, and marks where they were typed.
function exactness(query, entry, mass, index) {
  let score = 0;
  const asked = cut(query.words);
  if (asked.plain.trim()) {
    const title = index.cut(entry.title);
    const have = new Set(title.words.map(word => word.plain));
    score += 8 * query.words.filter(word => have.has(word.plain)).length / query.words.length;
    score += phraseIn([title], asked, query.marked, 12, 6);
    if (query.words.length > 1 && [title, ...entry.names.map(index.cut)].some(name => inOrder(query.words, name.words))) score += WHOLE * mass;
    const passages = entry.passages.map(passage => index.cut(passage[2]));
    score += phraseIn(passages, asked, query.marked, 8, 2);
    // Whose provision is asked for by a subject alone: of two that are alike the one that speaks more of it.
    if (query.path.length) score += Math.min(3, passages.filter(passage => passage.plain.includes(asked.plain)).length) / 2;
    // A name that the query holds whole is what is asked for: an agency, before those that mention it.
    const isOfKind = !query.types.length || query.types.includes(entry.kind);
    const named = isOfKind ? [entry.title, ...entry.names].map(index.cut).filter(name => asked.plain.includes(name.plain)) : [];
    score += Math.max(0, ...named.map(name => NAMED * mass * name.words.length / query.words.length));
  }
  if (query.path.length && provisionAt(query.path, entry.passages)) score += 15;
  return score;
}

function inOrder(asked, found) {
  let place = 0;
  for (const word of found) if (word.plain === asked[place]?.plain) place++;
  return place === asked.length;
}

function phraseIn(texts, asked, isMarked, plainly, exactly) {
  const found = texts.filter(text => text.plain.includes(asked.plain));
  if (!found.length) return 0;
  return plainly + (isMarked && found.some(text => text.marked.includes(asked.marked)) ? exactly : 0);
}

// Where a word occurs nowhere, take it for a known one: as Telex that no keyboard turned into Vietnamese, or as
// differing by one letter. Each has to become a known one, and where most were unknown, stand beside its like:
// or something else would be looked for than was asked.
async function mend(query, unknown, index) {
  if (unknown.some(word => word.plain.length < 3 || /\d/.test(word.plain))) return null;
  const pairs = await index.vocabulary();
  const counts = new Map();
  for (const pair of pairs) for (const word of pair.split(" ")) counts.set(word, (counts.get(word) ?? 0) + 1);
  const known = new Set(pairs);
  const mended = [];
  for (const [i, word] of query.words.entries()) {
    const fits = other => known.has(`${mended[i - 1]?.plain} ${other}`) + known.has(`${other} ${query.words[i + 1]?.plain}`);
    const near = () => [...counts.keys()].filter(other => isNear(word.plain, other))
      .sort((one, other) => fits(other) - fits(one) || counts.get(other) - counts.get(one))[0];
    if (!unknown.includes(word)) {
      mended.push(word);
      continue;
    }
    const telex = ofTelex(word.plain);
    const best = counts.has(telex) ? telex : near();
    if (!best) return null;
    mended.push({ ...read(best), mended: true });
  }
  const beside = new Set(pairsOf(mended).filter(([first, second]) => known.has(`${first.plain} ${second.plain}`)).flat());
  const isAlike = mended.every(word => beside.has(word));
  return unknown.length <= Math.max(1, mended.length / 2) || isAlike ? { ...query, words: mended, marked: false, phrases: [] } : null;
}
