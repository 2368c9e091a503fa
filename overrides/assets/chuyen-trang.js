// Readers of a redirect page keep the provision that they asked for: `…/#dieu-2`, which a refresh would drop.
const { target } = document.currentScript.dataset;
window.stop(); // the refresh further down must not overtake
window.location.replace(target + window.location.hash);
