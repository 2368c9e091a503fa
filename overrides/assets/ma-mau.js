// The theme puts the copy button of each code block into a navigation landmark without a name: make it none.
const plain = () => {
  for (const nav of document.querySelectorAll("nav.md-code__nav:not([role])")) nav.setAttribute("role", "none")
}
new MutationObserver(plain).observe(document.querySelector("article"), { childList: true, subtree: true })
plain()
