// What the browser does itself: the address of the view, the theme, opening a mark's claim.
window.dash_clientside = Object.assign({}, window.dash_clientside, {
  tracker: {
    // The controls' values as they stand become the address. The order is that of the controls on the page.
    remember(...values) {
      const keys = ["claimant", "place", "since", "until", "as_of"];
      const query = new URLSearchParams(location.search);
      keys.forEach((key, n) => {
        const value = Array.isArray(values[n]) ? values[n].join(",") : values[n] || "";
        value ? query.set(key, value) : query.delete(key);
      });
      const text = query.toString().replaceAll("%2C", ",");
      const address = location.pathname + (text ? `?${text}` : "");
      // Days that go by while they are played are not places to come back to.
      const keep = document.querySelector(".days.playing") ? "replaceState" : "pushState";
      if (address !== location.pathname + location.search) history[keep](null, "", address);
      follow(query);
      dispatchEvent(new Event("view-changed"));
      return address;
    },

    // Nothing changes when a page opens: it comes in the theme that early.js told the server of.
    theme(clicks, before) {
      const root = document.documentElement;
      let theme = root.dataset.theme || "light";
      if (clicks) {
        theme = before === "dark" ? "light" : "dark";
        root.dataset.theme = theme;
        document.cookie = `theme=${theme}; path=/; max-age=31536000; samesite=lax`;
        try {
          localStorage.setItem("theme", theme);
        } catch {
          // The choice then lasts for this page.
        }
      }
      const same = window.dash_clientside.no_update;
      return theme === before ? [same, same, same] : [theme, theme, String(theme === "dark")];
    },

    // A mark leads to its claim, in the same language and on the same day.
    open() {
      const point = window.dash_clientside.callback_context.triggered[0]?.value?.points?.[0];
      const id = point?.customdata?.[0];
      if (id) {
        const query = new URLSearchParams(location.search);
        const kept = ["as_of", "lang"].filter((key) => query.get(key)).map((key) => `${key}=${query.get(key)}`);
        location.assign(`/observation/${encodeURIComponent(id)}${kept.length ? `?${kept.join("&")}` : ""}`);
      }
      return window.dash_clientside.no_update;
    },
  },
});

// Links to the same view in another language go on meaning the view that is shown.
const follow = (query) => {
  for (const link of document.querySelectorAll("a[hreflang]")) {
    const wanted = new URLSearchParams(query);
    link.hreflang === "en" ? wanted.delete("lang") : wanted.set("lang", link.hreflang);
    const text = wanted.toString().replaceAll("%2C", ",");
    link.setAttribute("href", location.pathname + (text ? `?${text}` : ""));
  }
};

// Back and forward: the controls take the values of the address, and what they show follows.
addEventListener("popstate", () => {
  const query = new URLSearchParams(location.search);
  const values = {
    "chosen-claimant": (query.get("claimant") || "").split(",").filter(Boolean),
    "chosen-place": query.get("place") || null,
    "chosen-since": query.get("since") || "",
    "chosen-until": query.get("until") || "",
    "chosen-as_of": query.get("as_of") || "",
  };
  for (const [id, value] of Object.entries(values)) {
    if (document.getElementById(id)) window.dash_clientside.set_props(id, { value });
  }
});

// Fields with a list, and whether it is open: Mantine says neither to screen readers.
const tell = (field) => {
  if (field.ariaHasPopup !== "listbox") return;
  field.role = "combobox";
  field.ariaExpanded = String(field.dataset.expanded === "true");
};
addEventListener("focusin", ({ target }) => tell(target));
new MutationObserver((changes) => changes.forEach(({ target }) => tell(target))).observe(document, {
  attributes: true,
  attributeFilter: ["data-expanded"],
  subtree: true,
});
