// Landmarks that a reader meets on this screen: each kind and name is there once, and one without a name is the only
// one of its kind.
() => {
  const kinds = {
    nav: "nav",
    aside: "aside",
    '[role="search"]': "search",
    '[role="region"], section[aria-label], section[aria-labelledby]': "region",
  };
  const named = (one) => {
    const by = one.getAttribute("aria-labelledby");
    return one.getAttribute("aria-label") ?? (by ? document.getElementById(by)?.textContent.trim() : "") ?? "";
  };
  const shown = (one) => one.checkVisibility({ visibilityProperty: true });
  return Object.entries(kinds).flatMap(([which, kind]) => {
    const names = [...document.querySelectorAll(which)].filter(shown).map(named);
    const twice = [...new Set(names.filter((name, at) => names.indexOf(name) !== at))];
    const bare = kind !== "search" && names.length > 1 && names.includes("") ? [`${kind} without a name`] : [];
    return [...bare, ...twice.filter(Boolean).map((name) => `${kind} “${name}” twice`)];
  });
};
