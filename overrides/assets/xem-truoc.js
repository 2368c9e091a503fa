/* Previews of citations: what the cited work's own page says of it, or the words of a provision or a note.
   By pointer a preview opens after a moment and stays while the pointer is on it; by keyboard while the link has
   the focus, and Tab goes into it. Where fingers point, the first tap opens it, and its link leads on. Escape
   closes it. Without this script a citation is a plain link. */

const bai = document.querySelector("article");
const hop = lap("div", "", { className: "xem-truoc", popover: "manual", tabIndex: -1, role: "dialog", ariaLabel: "Xem trước" });
const trang = {}; // by address: the page, read once
let cua; // the link whose preview is open
let boQua; // the link whose preview Escape closed, until it is left
let hen; // the timer
let cham; // whether it was a finger that pointed last

function lap(ten, textContent, them) {
  return Object.assign(document.createElement(ten), { textContent }, them);
}

function gon(o) {
  return o.textContent.replace(/\s+/g, " ").trim();
}

function vienDan(o) {
  const a = o.closest("a:is(.van-ban__noi-dung *, [href*=can-cu]):not(.headerlink, [class^=foot])");
  return a && !hop.contains(a) && a.host === location.host ? a : null;
}

async function doc({ pathname }) {
  if (pathname === location.pathname) return document;
  trang[pathname] ??= fetch(pathname).then((dap) => (dap.ok ? dap.text() : Promise.reject()));
  return new DOMParser().parseFromString(await trang[pathname], "text/html");
}

/* The lines of a preview, and its links. */
function ve(a, tai) {
  const day = tai === document;
  const o = tai.getElementById(a.hash.slice(1));
  const tin = [...tai.querySelectorAll(".hieu-luc, dl > div")].flatMap((muc) => {
    const tim = /^(Ngày ban hành|Cơ quan ban hành|Hiệu lực|Được thay thế bởi)(?! của) ?(.+)/.exec(gon(muc));
    return tim ? `${tim[1]}: ${tim[2]}` : [];
  });
  const chu = day ? [a.title || gon(a)] : [tai.title.split(" | ")[0], ...tin];
  if (o) chu.push(gon(/^H/.test(o.tagName) ? o.parentElement : o).replace(/^(.{400}).+/, "$1…"));
  const goc = day ? o?.querySelector("a[href*=can-cu]") : tai.querySelector("[rel~=external]");
  const cuoi = lap("p");
  cuoi.append(lap("a", day ? "Đến chỗ ấy" : "Mở trang", { href: a.href }));
  if (goc) cuoi.append(lap("a", day ? gon(goc) : "Văn bản chính thức", { href: goc.href }));
  hop.replaceChildren(...chu.map((dong) => lap("p", dong)), cuoi);
}

/* Show it below the last line of the link, or above the first where there is no room. */
async function hien(a) {
  cua = a;
  const tai = await doc(a).catch(() => delete trang[a.pathname]); // asked again the next time
  if (cua !== a) return;
  if (tai === true) return cham && location.assign(a);
  ve(a, tai);
  a.after(hop); // so that Tab goes on into it
  hop.showPopover();
  const { left, top, bottom } = a.getBoundingClientRect();
  const { offsetWidth: rong, offsetHeight: cao } = hop;
  hop.style.left = `${Math.max(8, Math.min(left, document.body.clientWidth - rong - 8)) + scrollX}px`;
  hop.style.top = `${(bottom + cao < innerHeight || top < cao ? bottom + 3 : top - cao - 3) + scrollY}px`;
  if (cham) hop.focus({ preventScroll: true });
}

function dong() {
  clearTimeout(hen);
  cua = null;
  if (hop.isConnected) hop.hidePopover();
}

function mo(a, sau) {
  clearTimeout(hen);
  if (a !== cua && a !== boQua) hen = setTimeout(() => (dong(), hien(a)), sau);
}

function toi(o) {
  const a = vienDan(o);
  if (a) mo(a, 300);
  else if (hop.contains(o)) clearTimeout(hen);
}

/* Close it soon, unless pointer or focus went from the link into it or back. */
function roi(o) {
  if (!boQua?.contains(o)) boQua = null;
  clearTimeout(hen);
  if (![o, document.activeElement].some((noi) => hop.contains(noi) || cua?.contains(noi))) hen = setTimeout(dong, 300);
}

if (hop.showPopover) {
  bai.addEventListener("pointerover", (viec) => {
    if (viec.pointerType !== "touch") toi(viec.target);
  });
  bai.addEventListener("pointerout", (viec) => roi(viec.relatedTarget));
  bai.addEventListener("focusin", (viec) => {
    if (viec.target.matches(":focus-visible")) toi(viec.target);
  });
  bai.addEventListener("focusout", (viec) => roi(viec.relatedTarget));
  bai.addEventListener("click", (viec) => {
    const a = cham && vienDan(viec.target);
    if (!a || a === cua) return;
    viec.preventDefault();
    mo(a, 0);
  });
  addEventListener("pointerdown", (viec) => {
    cham = viec.pointerType === "touch";
    if (cua && !hop.contains(viec.target) && !cua.contains(viec.target)) dong();
  });
  addEventListener("keydown", (viec) => {
    if (viec.key !== "Escape" || !cua) return;
    boQua = cua;
    if (hop.contains(document.activeElement)) cua.focus({ preventScroll: true });
    dong();
  });
}
