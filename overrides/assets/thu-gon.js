/* Long documents: parts that fold, all at once or one by one, and steps to the part before and after.
   Everything is open until the reader folds it; without this script nothing folds. What is folded stays
   findable (hidden="until-found") and is open in print (van-ban.css). */

const vanBan = document.querySelector(".van-ban");
const thanh = document.querySelector(".thanh");
const nhoNhat = 4; // fewer parts need no help

function tieuDe(phan) {
  return phan.querySelector(":scope > :is(h2, h3, h4, h5, h6)");
}

function lapNut(ten, lam) {
  const nut = document.createElement("button");
  nut.type = "button";
  nut.textContent = ten;
  nut.addEventListener("click", lam);
  return nut;
}

/* Fold parts: each heading with something below it gets a button before its label. */
class Phan {
  constructor(dau, con) {
    this.than = document.createElement("div");
    this.than.className = "than-phan";
    this.than.append(...con);
    dau.after(this.than);
    this.nut = lapNut("", () => this.dat(!this.mo));
    this.nut.className = "nut-gap";
    const ten = dau.querySelector(".headerlink")?.title.replace("Liên kết tới ", "") ?? dau.textContent;
    this.nut.setAttribute("aria-label", `Nội dung ${ten}`);
    dau.prepend(this.nut);
    this.than.addEventListener("beforematch", () => this.dat(true)); // found by the browser's own search
    this.dat(true);
  }

  get mo() {
    return this.nut.getAttribute("aria-expanded") === "true";
  }

  dat(mo) {
    this.nut.setAttribute("aria-expanded", String(mo));
    if (mo) this.than.removeAttribute("hidden");
    else this.than.setAttribute("hidden", "until-found");
  }
}

function cacPhanGap() {
  const phan = [];
  for (const o of vanBan.querySelectorAll("section:not(.lien, .dieu)")) {
    const dau = tieuDe(o);
    const con = dau ? [...o.childNodes].slice([...o.childNodes].indexOf(dau) + 1) : [];
    if (con.some((nut) => nut.nodeType === Node.ELEMENT_NODE)) phan.push(new Phan(dau, con));
  }
  return phan;
}

/* Open what holds the page's target, and go there: the browser could not while it was folded. */
function moToiDich(phan) {
  const dich = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!dich || !vanBan.contains(dich)) return;
  const gap = phan.filter((p) => !p.mo && p.than.contains(dich));
  for (const p of gap) p.dat(true);
  if (gap.length) dich.scrollIntoView();
}

function themNutChung(phan) {
  const dong = document.createElement("p");
  dong.className = "thanh__viec";
  dong.append(
    lapNut("Thu gọn tất cả", () => phan.forEach((p) => p.dat(false))),
    lapNut("Mở tất cả", () => phan.forEach((p) => p.dat(true))),
  );
  thanh.append(dong);
}

/* Steps from part to part: what the reader sees first below the page's head is where they are. */
function themNutBuoc(moc) {
  const dau = () => document.querySelector(".md-header")?.getBoundingClientRect().bottom ?? 0;
  const thay = () => moc.filter((m) => m.checkVisibility?.({ contentVisibilityAuto: true }) ?? m.offsetParent);
  const cao = (m) => m.getBoundingClientRect().top - Math.max(0, dau());
  const di = (m) => {
    if (!m) return;
    location.replace(`#${m.id}`);
    m.scrollIntoView();
  };
  const hop = document.createElement("nav");
  hop.className = "buoc";
  hop.setAttribute("aria-label", "Đi giữa các mục");
  const [toi, lui] = [
    lapNut("Mục sau", () => di(thay().find((m) => cao(m) > 40))),
    lapNut("Mục trước", () => di(thay().findLast((m) => cao(m) < -8))),
  ];
  toi.className = "buoc__sau";
  lui.className = "buoc__truoc";
  hop.append(lui, toi);
  vanBan.after(hop);
  const cap = () => {
    const [dauTien, cuoi] = [thay()[0], thay().at(-1)];
    hop.classList.toggle("buoc--hien", cao(vanBan) < 0 && vanBan.getBoundingClientRect().bottom > 200);
    lui.ariaDisabled = String(!dauTien || cao(dauTien) >= -8);
    toi.ariaDisabled = String(!cuoi || cao(cuoi) <= 40);
  };
  addEventListener("scroll", cap, { passive: true });
  addEventListener("resize", cap);
  cap();
}

const phan = cacPhanGap();
if (phan.length >= nhoNhat) themNutChung(phan);
addEventListener("hashchange", () => moToiDich(phan));
vanBan.ownerDocument.addEventListener("click", (viec) => {
  // A link to the target that the address already names changes no hash.
  if (viec.target.closest?.(`a[href="${location.hash}"]`)) moToiDich(phan);
});
const moc = [...vanBan.querySelectorAll("section:is(.phan, .chuong, .muc, .tieu-muc, .de-muc, .phu-luc, .dieu) > :is(h2, h3, h4)[id]")];
if (moc.length >= nhoNhat) themNutBuoc(moc);
