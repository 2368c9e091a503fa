/* Copying: the address and the citation of the document, or of the provision whose ¶ was chosen; and printing.
   Without this script ¶ is a plain link and the citation stands in the panel. */

const vanBan = document.querySelector(".van-ban");
const bangTin = document.querySelector(".bang-tin");
const dauTrichDan = "Liên kết tới "; // what a ¶ link's title says before the provision's name

function diaChi(id) {
  return location.origin + location.pathname + location.search + (id ? `#${id}` : "");
}

function trichDan(dieuKhoan) {
  const caVanBan = bangTin.querySelector("[data-trich-dan]").textContent.trim();
  return dieuKhoan ? `${dieuKhoan} ${caVanBan}` : caVanBan;
}

/* Copy a text; where the browser has no clipboard for us (an address without https), by a selection. */
async function chep(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return chepBangVungChon(text);
  }
}

function chepBangVungChon(text) {
  const truoc = document.activeElement;
  const vung = document.createElement("textarea");
  vung.value = text;
  vung.className = "an";
  vung.setAttribute("aria-hidden", "true");
  (truoc?.closest("[popover]") ?? document.body).append(vung);
  vung.select();
  const duoc = document.execCommand("copy");
  vung.remove();
  truoc?.focus({ preventScroll: true });
  return duoc;
}

const tenViec = { "lien-ket": "liên kết", "trich-dan": "trích dẫn" };

async function chepVaBao(viec, id, dieuKhoan, cho) {
  const text = viec === "lien-ket" ? diaChi(id) : trichDan(dieuKhoan);
  cho.textContent = ""; // so that the same answer twice is said twice
  const duoc = await chep(text);
  cho.textContent = duoc ? `Đã chép ${tenViec[viec]}: ${text}` : `Trình duyệt không cho chép. Xin chọn và chép: ${text}`;
}

/* The panel's own buttons, for the whole document. */
for (const nut of bangTin.querySelectorAll("[hidden] > button")) {
  nut.parentElement.hidden = false;
  nut.addEventListener("click", () => {
    if ("in" in nut.dataset) window.print();
    else chepVaBao(nut.dataset.chep, "", "", bangTin.querySelector(".bang-tin__bao"));
  });
}

/* The small box of a ¶ link. The browser closes it on Escape and on a click elsewhere. */
function lapHop() {
  const hop = document.createElement("div");
  hop.className = "hop-chep md-typeset";
  hop.popover = "auto";
  hop.id = "hop-chep";
  hop.setAttribute("role", "dialog");
  hop.setAttribute("aria-labelledby", "hop-chep-ten");
  hop.innerHTML =
    '<p class="hop-chep__ten" id="hop-chep-ten"></p>' +
    '<p class="hop-chep__nut"><button type="button" data-chep="lien-ket">Chép liên kết</button>' +
    '<button type="button" data-chep="trich-dan">Chép trích dẫn</button>' +
    '<button type="button" data-dong>Đóng</button></p>' +
    '<p class="hop-chep__bao" role="status"></p>';
  document.body.append(hop);
  return hop;
}

function datHop(hop, lienKet) {
  const cho = lienKet.getBoundingClientRect();
  const rong = document.documentElement.clientWidth;
  const trai = Math.min(Math.max(8, cho.left - 24), rong - hop.offsetWidth - 8);
  const duoi = cho.bottom + 6;
  const coCho = duoi + hop.offsetHeight < window.innerHeight || cho.top < hop.offsetHeight + 6;
  hop.style.left = `${Math.max(8, trai) + window.scrollX}px`;
  hop.style.top = `${(coCho ? duoi : cho.top - hop.offsetHeight - 6) + window.scrollY}px`;
}

/* Make the provision the page's target, so that it is marked and in the address bar, without a jump. */
function danhDau(id) {
  const [x, y] = [window.scrollX, window.scrollY];
  if (location.hash !== `#${id}`) location.hash = id;
  window.scrollTo({ left: x, top: y, behavior: "instant" });
}

if ("popover" in HTMLElement.prototype) {
  const hop = lapHop();
  const [ten, bao] = [hop.querySelector(".hop-chep__ten"), hop.querySelector(".hop-chep__bao")];
  let dang;
  vanBan.addEventListener("click", (viec) => {
    const lienKet = viec.target.closest(".headerlink");
    if (!lienKet || viec.ctrlKey || viec.metaKey || viec.shiftKey || viec.altKey) return;
    viec.preventDefault();
    dang = lienKet;
    ten.textContent = lienKet.title.replace(dauTrichDan, "");
    bao.textContent = "";
    danhDau(lienKet.hash.slice(1));
    hop.showPopover();
    datHop(hop, lienKet);
    hop.querySelector("button").focus({ preventScroll: true });
  });
  hop.addEventListener("click", (viec) => {
    const nut = viec.target.closest("button");
    if (!nut) return;
    if ("dong" in nut.dataset) hop.hidePopover();
    else chepVaBao(nut.dataset.chep, dang.hash.slice(1), ten.textContent, bao);
  });
  hop.addEventListener("toggle", (viec) => {
    // Escape and “Đóng” give the focus back; a click elsewhere has put it where the reader wants it.
    if (viec.newState === "closed" && (document.activeElement === document.body || hop.contains(document.activeElement)))
      dang?.focus({ preventScroll: true });
  });
}
