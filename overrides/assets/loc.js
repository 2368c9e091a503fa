/* The list of cited works: narrowed by type, state, issuer and words, which stand in the address too.
   Without this script the whole list is there. */

const bai = document.querySelector("article");
const khongDau = (chu) => chu.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/đ/gi, "d").toLowerCase();

/* The rows with what they are narrowed by; a heading stands for its list. */
const nhom = [...bai.querySelectorAll("h2")].map((dau) => ({ dau, ds: dau.nextElementSibling })).filter(({ ds }) => ds?.matches("ul"));
const dong = nhom.flatMap(({ dau, ds }) =>
  [...ds.querySelectorAll("li.muc")].map((muc) => ({
    muc,
    ds,
    chu: khongDau(muc.textContent),
    loai: dau.firstChild.textContent.trim(),
    "hieu-luc": muc.querySelector(".dau").textContent,
    "co-quan": muc.textContent.split(" · ").at(-1).trim(),
  })),
);

const bieuMau = document.createElement("form");
bieuMau.className = "loc";
bieuMau.setAttribute("role", "search");
bieuMau.setAttribute("aria-label", "Lọc danh sách");

function themO(ten, nhan, o) {
  const khung = document.createElement("label");
  khung.textContent = nhan;
  o.name = ten;
  khung.append(o);
  bieuMau.append(khung);
}

themO("tim", "Tên, số", Object.assign(document.createElement("input"), { type: "search" }));
for (const [ten, nhan] of [["loai", "Loại"], ["hieu-luc", "Hiệu lực"], ["co-quan", "Cơ quan ban hành"]]) {
  const chon = document.createElement("select");
  const cacGia = [...new Set(dong.map((d) => d[ten]))];
  chon.append(new Option("Tất cả", ""), ...cacGia.map((gia) => new Option(`${gia} (${dong.filter((d) => d[ten] === gia).length})`, gia)));
  themO(ten, nhan, chon);
}
const boLoc = document.createElement("button");
boLoc.type = "reset";
boLoc.textContent = "Bỏ lọc";
const bao = document.createElement("p");
bao.setAttribute("role", "status");
bieuMau.append(boLoc, bao);

function loc() {
  const chon = [...new FormData(bieuMau)].filter(([, gia]) => gia.trim());
  const hop = (d) => chon.every(([ten, gia]) => (ten === "tim" ? khongDau(gia).trim().split(/\s+/).every((tu) => d.chu.includes(tu)) : d[ten] === gia));
  const con = new Set();
  let so = 0;
  for (const d of dong) {
    d.muc.hidden = !hop(d);
    if (d.muc.hidden) continue;
    con.add(d.ds);
    so += 1;
  }
  for (const { dau, ds } of nhom) dau.hidden = ds.hidden = !con.has(ds);
  boLoc.hidden = !chon.length;
  bao.textContent = so ? `${so} văn bản` : "Không có văn bản nào như vậy.";
  history.replaceState(null, "", chon.length ? `?${new URLSearchParams(chon)}` : location.pathname + location.hash);
}

if (dong.length) {
  nhom[0].dau.before(bieuMau);
  for (const [ten, gia] of new URLSearchParams(location.search)) {
    const o = bieuMau.elements.namedItem(ten);
    if (o) o.value = gia;
  }
  for (const chon of bieuMau.querySelectorAll("select")) chon.selectedIndex = Math.max(0, chon.selectedIndex); // a value that is none
  bieuMau.addEventListener("input", loc);
  bieuMau.addEventListener("reset", () => setTimeout(loc));
  bieuMau.addEventListener("submit", (viec) => viec.preventDefault());
  loc();
}
