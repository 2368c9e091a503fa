// Orders documents: an exact number first, then a phrase in the title, in a heading, in the text.
import { numberPrefixes, provisionAt } from "./query.js";
import { cut, isNear, pairPrefix, pairToken, read } from "./words.js";

const WEIGHTS = { t: 4, u: 2, x: 1 };
const WHOLE = 4; // all the words' pairs somewhere are worth more than some of them in the title
const GUIDE = 0.6;
const LONG = 3; // pairs of words
const CHECKED = 40; // documents whose text is read to look for a quoted phrase
const NAMED = 8; // and a name that stands whole in the query more still
const READ_FIRST = 10; // documents whose text is read to order them exactly

export async function search(query, index) {
  const found = await candidates(query, index);
  const unknown = found.unknown.filter(word => !word.mended && !word.isOpen);
  if (unknown.length) {
    const mended = await mend(query, unknown, index);
    if (mended) return { ...(await search(mended, index)), mended };
  }
  const places = await withPhrases(query, [...found.scores.keys()].filter(place => found.scores.get(place) >= found.least), index);
  places.sort((one, other) => found.scores.get(other) - found.scores.get(one) || index.dates[other] - index.dates[one] || one - other);
  const first = await Promise.all(places.slice(0, READ_FIRST).map(async place => ({ place, score: found.scores.get(place) + exactness(query, await index.read(place), found.mass, index) })));
  first.sort((one, other) => other.score - one.score);
  return { query, places: [...first.map(one => one.place), ...places.slice(READ_FIRST)] };
}

// Score every document that has a number or a pair of the query's words.
async function candidates(query, index) {
  const scores = new Map();
  const add = (place, score) => scores.set(place, (scores.get(place) ?? 0) + score);
  let mass = 0;
  for (const number of query.numbers) mass += await scoreNumber(number, index, add);
  const asked = pairsOf(query.words);
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
  for (const [place, weight] of held) if (weight > whole * 0.999) add(place, whole * WHOLE);
  // Guides speak of documents to show how to find or write one: the documents come first.
  for (const place of index.values("kind").get("Hướng dẫn") ?? []) if (scores.has(place)) scores.set(place, scores.get(place) * GUIDE);
  const unknown = [];
  for (const word of query.words.filter(word => !covered.has(word))) {
    let places = await index.having(`${word.plain}z`);
    if (!places.size && word.isOpen && word.plain.length > 1) places = await index.having(word.plain);
    if (!places.size) unknown.push(word);
    const weight = Math.log(1 + index.size / (places.size + 1)) / 2;
    if (places.size) mass += weight;
    for (const place of places) add(place, weight);
  }
  for (const year of query.years) for (const place of index.values("year").get(year) ?? []) if (scores.has(place)) add(place, 6);
  for (const type of query.types) for (const place of index.values("kind").get(type) ?? []) if (scores.has(place)) add(place, 3);
  return { scores, unknown, mass, least: mass * 0.6 };
}

async function scoreNumber(number, index, add) {
  for (const [own, score] of [[true, 1000], [false, 20]]) {
    for (const prefix of numberPrefixes(number, own)) for (const place of await index.having(prefix)) add(place, score);
  }
  return 20;
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
    for (const place of await index.having(prefix)) places.set(place, Math.max(places.get(place) ?? 0, strength));
    if (!query.marked) continue;
    for (const place of await index.having(pairToken(first, second, field))) places.set(place, Math.max(places.get(place), strength * 1.3));
  }
  if (!places.size && !isCommon && second.isOpen) {
    for (const place of await index.having(`${first.plain}z${second.plain}`)) places.set(place, 1);
  }
  seen = Math.max(seen, places.size);
  return { words: [first, second], places, isCommon, weight: seen ? Math.log(1 + index.size / seen) : 0 };
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

function phraseIn(texts, asked, isMarked, plainly, exactly) {
  const found = texts.filter(text => text.plain.includes(asked.plain));
  if (!found.length) return 0;
  return plainly + (isMarked && found.some(text => text.marked.includes(asked.marked)) ? exactly : 0);
}

// Where a word occurs nowhere, take it for a known one that differs by one letter.
async function mend(query, unknown, index) {
  const pairs = await index.vocabulary();
  const counts = new Map();
  for (const pair of pairs) for (const word of pair.split(" ")) counts.set(word, (counts.get(word) ?? 0) + 1);
  const known = new Set(pairs);
  let changed = false;
  const mended = query.words.map((word, i) => {
    if (!unknown.includes(word) || word.plain.length < 3) return word;
    const near = [...counts.keys()].filter(other => isNear(word.plain, other));
    const fits = other => known.has(`${query.words[i - 1]?.plain} ${other}`) + known.has(`${other} ${query.words[i + 1]?.plain}`);
    near.sort((one, other) => fits(other) - fits(one) || counts.get(other) - counts.get(one));
    if (!near.length) return word;
    changed = true;
    return { ...read(near[0]), mended: true };
  });
  return changed ? { ...query, words: mended, marked: false, phrases: [] } : null;
}
