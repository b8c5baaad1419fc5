// A slider over the days on which the record grew. It sets the day of the date field; the page follows as it always does.
(() => {
  const FILTERS = "claimant place crisis publisher measure qualifier basis observation document since until q lang";
  const REST = 300; // milliseconds without a move before the page follows
  const STEP = 1400; // from one day to the next while it plays
  const still = matchMedia("(prefers-reduced-motion: reduce)");
  let shown = null; // the slider on the page, with its days

  const made = (name, properties) => Object.assign(document.createElement(name), properties);

  // The days of the claims that are chosen, whatever day is.
  const source = (place) => {
    const chosen = new URLSearchParams(location.search);
    const kept = FILTERS.split(" ").filter((key) => chosen.get(key));
    return `${place.dataset.days}?${new URLSearchParams(kept.map((key) => [key, chosen.get(key)]))}`;
  };

  // Behind the last day stands the whole record, with what nobody can date.
  const at = () => {
    const day = new URLSearchParams(location.search).get("as_of");
    if (!day) return shown.days.length;
    const later = shown.days.findIndex((one) => one > day);
    return Math.max((later < 0 ? shown.days.length : later) - 1, 0);
  };

  const say = () => {
    const told = shown.said[shown.slider.value] || shown.words.whole;
    shown.slider.setAttribute("aria-valuetext", told);
    return told;
  };

  const commit = () => {
    shown.output.textContent = say();
    const value = shown.days[shown.slider.value] || "";
    window.dash_clientside.set_props("chosen-as_of", { value });
  };

  const moved = () => {
    shown.told.textContent = say();
    clearTimeout(shown.wait);
    shown.wait = setTimeout(commit, REST);
  };

  const stop = () => {
    clearInterval(shown.beat);
    shown.beat = 0;
    shown.button.textContent = shown.words.play;
    shown.place.classList.remove("playing");
  };

  const go = (to) => {
    shown.slider.value = to;
    shown.told.textContent = say();
    commit();
  };

  const next = () => {
    const to = +shown.slider.value + 1;
    to > +shown.slider.max ? stop() : go(to);
  };

  // From the first day again where it stands at the last.
  const play = () => {
    if (shown.beat) return stop();
    const { slider } = shown;
    shown.button.textContent = shown.words.pause;
    shown.place.classList.add("playing");
    shown.beat = setInterval(next, STEP);
    return +slider.value >= +slider.max ? go(0) : next();
  };

  const build = (place) => {
    const words = JSON.parse(place.dataset.said);
    const slider = made("input", { type: "range", id: "days-slider", min: 0, step: 1, dir: "ltr" });
    const label = made("label", { htmlFor: slider.id, textContent: words.label });
    const told = made("span", { className: "told" });
    const output = made("output", { className: "unseen" });
    const button = made("button", { type: "button", className: "button", textContent: words.play });
    const row = made("div", { className: "row" });
    output.setAttribute("aria-live", "polite");
    told.setAttribute("aria-hidden", "true");
    button.hidden = still.matches;
    row.append(button, slider, told);
    place.append(label, row, output);
    slider.addEventListener("input", () => {
      if (shown.beat) stop();
      moved();
    });
    button.addEventListener("click", play);
    return { place, slider, told, output, button, words, days: [], said: [], wait: 0, beat: 0, from: "" };
  };

  const fill = async () => {
    const from = source(shown.place);
    if (from !== shown.from) {
      shown.from = from;
      const answer = await fetch(from);
      if (!answer.ok || !shown || shown.from !== from) return;
      const found = await answer.json();
      Object.assign(shown, { days: found.days.map((one) => one.day), said: found.said });
      shown.slider.max = shown.days.length;
      shown.place.classList.toggle("none", shown.days.length < 2);
    }
    shown.slider.value = at();
    shown.told.textContent = say();
  };

  const look = () => {
    const place = document.querySelector("#react-entry-point .days[data-days]");
    if (shown && shown.place !== place) {
      clearInterval(shown.beat);
      shown = null;
    }
    if (place && !shown) {
      place.replaceChildren();
      shown = build(place);
      fill();
    }
  };

  still.addEventListener("change", () => {
    if (!shown) return;
    if (shown.beat) stop();
    shown.button.hidden = still.matches;
  });
  addEventListener("view-changed", () => shown && !shown.beat && fill());
  addEventListener("popstate", () => shown && fill());
  new MutationObserver(look).observe(document, { childList: true, subtree: true });
})();
