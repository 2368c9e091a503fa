// Asks Pagefind which documents have a token, and knows the documents' properties by their order.
import { cut, longForms, words } from "./words.js";

export const ROOT = new URL("../../", import.meta.url).pathname;
const BASE = new URL("../../tim-kiem/chi-muc/", import.meta.url).href;

export async function open(base = BASE) {
  const about = await json(`${base}index.json`);
  const folders = about.indexes.map(index => `${base}${index.folder}/`);
  const { createInstance } = await import(`${folders[0]}pagefind.js`);
  // On the page's own thread: lists of numbers would take longer to hand over than to make.
  const pagefind = createInstance({ basePath: folders[0], noWorker: true, metaCacheTag: about.indexes[0].folder });
  const columns = Promise.all(folders.map(folder => json(`${folder}columns.json`)));
  await pagefind.init();
  for (const [i, folder] of folders.entries()) {
    if (i) await pagefind.mergeIndex(folder, { language: "vi", metaCacheTag: about.indexes[i].folder });
  }
  return new Index(about, folders, pagefind, await columns);
}

async function json(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer.json();
}

class Index {
  constructor(about, folders, pagefind, columns) {
    Object.assign(this, { about, folders, pagefind, columns });
    let start = 0;
    this.starts = new Map(about.indexes.map(({ label, entries }) => [label, (start += entries) - entries]));
    this.size = about.indexes.reduce((sum, index) => sum + index.entries, 0);
    this.dates = columns.flatMap(one => {
      let day = 0;
      return one.dates.map(less => (day -= less));
    });
    this.common = new Set(columns.flatMap(one => one.common.map(token => token.split("z").slice(0, 2).join("z") + "z" + token.split("z")[2][0])));
    this.long = longForms(about.longForms);
    this.texts = new Map();
    this.cut = this.cut.bind(this);
    this.lists = new Map();
    this.results = new Map();
    this.shown = new Map();
  }

  // The place of a document in the order of the columns, index by index, each from new to old: its name says it.
  place(id) {
    return this.starts.get(id[3]) + Number(id.slice(4));
  }

  // The places of the documents that have a token beginning so.
  async having(prefix) {
    if (!this.lists.has(prefix)) this.lists.set(prefix, this.ask(prefix));
    return this.lists.get(prefix);
  }

  async ask(prefix) {
    const { results } = await this.pagefind.search(prefix);
    return new Set(results.map(result => {
      const place = this.place(result.id);
      this.results.set(place, result);
      return place;
    }));
  }

  async read(place) {
    if (!this.results.has(place)) await this.having(this.about.every); // nothing was asked for
    if (!this.shown.has(place)) this.shown.set(place, this.results.get(place).data().then(data => JSON.parse(data.content)));
    return this.shown.get(place);
  }

  // Cut a text into words, once.
  cut(text) {
    if (!this.texts.has(text)) this.texts.set(text, cut(words(text, this.long)));
    return this.texts.get(text);
  }

  // The values of a property that documents have, each with the places of those that have it.
  values(name) {
    this.properties ??= new Map();
    if (!this.properties.has(name)) {
      const found = new Map();
      let start = 0;
      for (const { [name]: column, dates } of this.columns) {
        column.rows.forEach((row, i) => row.forEach(value => {
          const key = column.values[value];
          if (!found.has(key)) found.set(key, new Set());
          found.get(key).add(start + i);
        }));
        start += dates.length;
      }
      this.properties.set(name, found);
    }
    return this.properties.get(name);
  }

  // Pairs of words in titles and headings, for mistyped words; asked for only then.
  async vocabulary() {
    this.pairs ??= Promise.all(this.folders.map(folder => json(`${folder}vocabulary.json`))).then(lists => [...new Set(lists.flat())]);
    return this.pairs;
  }
}
