// Reflow (1.4.10), in a window of 320 by 256 px: the page does not scroll sideways, what must be wide scrolls in a
// named place that the keyboard reaches, and what stays in sight leaves half of the window to the words.
() => {
  const told = [];
  const shown = (one) => one.checkVisibility({ visibilityProperty: true });
  const name = (one) => one.outerHTML.slice(0, 110).replace(/\s+/g, " ");
  const wide = document.documentElement.scrollWidth;
  if (wide > innerWidth) {
    const far = [...document.querySelectorAll("body *")]
      .filter(shown)
      .filter((one) => one.getBoundingClientRect().right > innerWidth + 1);
    told.push(`the page is ${wide} px wide: ${far.length ? name(far.at(-1)) : ""}`);
  }
  for (const one of document.querySelectorAll("body *")) {
    if (!shown(one)) continue;
    const style = getComputedStyle(one);
    if (
      /auto|scroll/.test(style.overflowX) &&
      one.scrollWidth > one.clientWidth + 1 &&
      !one.matches("textarea, select")
    ) {
      const named = one.getAttribute("aria-label") || one.getAttribute("aria-labelledby");
      if (!one.matches('[role="region"], [role="group"]') || !named || one.tabIndex < 0)
        told.push(`scrolls, but has no name or no focus: ${name(one)}`);
      if (!one.querySelector("table, svg")) told.push(`only tables and pictures may be wide: ${name(one)}`);
    }
    if (
      /sticky|fixed/.test(style.position) &&
      one.getBoundingClientRect().height > innerHeight / 2 &&
      !one.matches("[popover], dialog")
    ) {
      told.push(`stays in sight and fills the window: ${name(one)}`);
    }
  }
  return told;
};
