// Keys for what the forms of a review do, and the words that somebody marks in the text. Without it the forms work too.
(() => {
  const root = document.documentElement;
  const find = (selector) => document.querySelector(selector);

  const typing = (target) => target.closest("input, textarea, select, [contenteditable]");

  const press = (key) => {
    const wanted = find(`[data-key="${key}"]`);
    if (!wanted) return false;
    wanted.click();
    return true;
  };

  const steps = {
    e: () => find("#f-indicator"),
    r: () => (find("#f-reason")?.value ? null : find("#f-reason")), // the reason first, then the button
  };

  addEventListener("keydown", (event) => {
    if (event.key === "Escape" && typing(event.target)) return void event.target.blur();
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    const key = event.key.toLowerCase();
    const field = steps[key]?.();
    if (field) {
      field.focus();
      field.scrollIntoView({ block: "center" });
      event.preventDefault();
    } else if (press(key)) {
      event.preventDefault();
    }
  });

  // The reason is asked for before a figure is rejected: Enter in it rejects, and saves nothing else.
  find("#f-reason")?.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    press("r");
  });

  // Places in the text are counted in characters, as the file on disk is; browsers count some of them twice.
  const text = find("#text");
  const characters = (range) => [...range.toString()].length;
  const marked = () => {
    const chosen = getSelection();
    if (!text || !chosen.rangeCount || chosen.isCollapsed) return null;
    const range = chosen.getRangeAt(0);
    if (!text.contains(range.startContainer) || !text.contains(range.endContainer)) return null;
    const before = document.createRange();
    before.setStart(text, 0);
    before.setEnd(range.startContainer, range.startOffset);
    const start = characters(before);
    return { start, end: start + characters(range), words: range.toString() };
  };
  const words = find("#f-words");
  document.addEventListener("selectionchange", () => {
    const found = marked();
    if (!found || !words) return;
    find("#f-start").value = found.start;
    find("#f-end").value = found.end;
    words.value = found.words;
  });
  // Words typed over the marked ones are looked for in the text instead.
  words?.addEventListener("input", () => {
    find("#f-start").value = "";
    find("#f-end").value = "";
  });

  find(".report-text mark a[aria-current]")?.scrollIntoView({ block: "center" });
  if (location.hash === "#figure" || find("[role=alert], [role=status]")) {
    find("#figure")?.focus({ preventScroll: matchMedia("(min-width: 900px)").matches });
  }
  root.dataset.keys = "true";
})();
