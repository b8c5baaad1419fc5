// Copy buttons: the text of the element they name, or the address of the view. What came of it is said beside them.
const copy = (text) => {
  if (navigator.clipboard) return navigator.clipboard.writeText(text);
  // Browsers give no clipboard to sites without https; this older way they still have.
  const field = Object.assign(document.createElement("textarea"), { value: text });
  field.style.cssText = "position:fixed;opacity:0";
  document.body.append(field);
  field.select();
  const done = document.execCommand("copy");
  field.remove();
  return done ? Promise.resolve() : Promise.reject();
};

addEventListener("click", async ({ target }) => {
  const button = target.closest?.("button[data-copies]");
  if (!button) return;
  const text = document.getElementById(button.dataset.copies)?.textContent || location.href;
  const status = button.parentElement.querySelector("[role=status]");
  const before = document.activeElement;
  try {
    await copy(text);
    status.textContent = button.dataset.copied;
    setTimeout(() => status.textContent === button.dataset.copied && (status.textContent = ""), 4000);
  } catch {
    status.textContent = `${button.dataset.shown} ${text}`;
  }
  before?.focus?.({ preventScroll: true });
});
