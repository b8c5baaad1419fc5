// Before anything is drawn: the theme the reader chose last, else the one their system asks for.
(() => {
  const root = document.documentElement;
  let chosen = null;
  try {
    chosen = localStorage.getItem("theme");
  } catch {
    // Storage may be switched off; the system's choice will do.
  }
  const dark = matchMedia("(prefers-color-scheme: dark)").matches;
  root.dataset.theme = chosen === "dark" || chosen === "light" ? chosen : dark ? "dark" : "light";
  // So that the live page comes with charts of this theme at once.
  document.cookie = `theme=${root.dataset.theme}; path=/; max-age=31536000; samesite=lax`;
  // And laid out for this width. A screen that is turned keeps its page until the next one.
  const narrow = matchMedia("(max-width: 700px)");
  const tell = () => {
    document.cookie = `width=${narrow.matches ? "narrow" : "wide"}; path=/; max-age=31536000; samesite=lax`;
  };
  tell();
  narrow.addEventListener("change", tell);
  root.dataset.live = "loading";

  // The page as first sent stands until the live one has been drawn: no flash, and no jump of the page.
  addEventListener("DOMContentLoaded", () => {
    const first = document.getElementById("first-paint");
    const entry = document.getElementById("react-entry-point");
    if (!first || !entry) return;
    const observer = new MutationObserver(() => {
      if (!entry.querySelector("main")) return;
      observer.disconnect();
      first.remove();
      root.dataset.live = "true";
    });
    observer.observe(entry, { childList: true, subtree: true });
  });
})();
