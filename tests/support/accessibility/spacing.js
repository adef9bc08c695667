// Text spacing (1.4.12): with the room between lines, letters, words and paragraphs that a reader may set, nothing is
// cut off, nothing lies on something else, and the page does not scroll sideways.
() => {
  const ROOM = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
    p { margin-bottom: 2em !important; }`;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(ROOM);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];

  const told = [];
  const shown = (one) => one.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  const name = (one) => one.outerHTML.slice(0, 110).replace(/\s+/g, " ");
  const clips = (way) => way === "hidden" || way === "clip";
  if (document.documentElement.scrollWidth > innerWidth)
    told.push(`the page is ${document.documentElement.scrollWidth} px wide`);

  for (const one of document.querySelectorAll("body *")) {
    if (!shown(one) || one.closest(".visually-hidden, svg")) continue;
    const style = getComputedStyle(one);
    const { scrollHeight, clientHeight, scrollWidth, clientWidth } = one;
    if (style.clipPath !== "none" || !clientWidth || one.matches("textarea, input, select")) continue;
    if (clips(style.overflowY) && scrollHeight > clientHeight + 1) told.push(`cut off below: ${name(one)}`);
    if (clips(style.overflowX) && scrollWidth > clientWidth + 1) told.push(`cut off at the side: ${name(one)}`);
    if (
      one.matches("button, a, summary, label, th, td, dt, dd, li, p") &&
      style.display !== "inline" &&
      style.overflowX === "visible"
    ) {
      // Words that leave their own box: beside a button's edge, or over the next column.
      const range = document.createRange();
      range.selectNodeContents(one);
      const box = one.getBoundingClientRect();
      const wide = [...range.getClientRects()].some(
        (words) => words.width > 1 && words.right > box.right + 2 && words.left < box.right,
      );
      if (wide && !one.querySelector(".visually-hidden, svg, table, [popover]"))
        told.push(`wider than its box: ${name(one)}`);
    }
  }

  // Lines of words that lie on each other, from different blocks. What a box hides or scrolls away is not there.
  const seen = (box, home) => {
    let { left, right, top, bottom } = box;
    for (let at = home; at && at !== document.body; at = at.parentElement) {
      const style = getComputedStyle(at);
      if (style.clipPath !== "none" || /sticky|fixed/.test(style.position)) return null; // what stays in sight may lie over words
      if (style.overflowY === "visible" && style.overflowX === "visible") continue;
      const clip = at.getBoundingClientRect();
      [left, right] = [Math.max(left, clip.left), Math.min(right, clip.right)];
      [top, bottom] = [Math.max(top, clip.top), Math.min(bottom, clip.bottom)];
    }
    return right - left > 2 && bottom - top > 2 ? { left, right, top, bottom, height: bottom - top } : null;
  };
  const lines = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const words = walker.currentNode;
    const home = words.parentElement;
    if (!words.data.trim() || !shown(home) || home.closest("svg, script, style, option, textarea")) continue;
    const range = document.createRange();
    range.selectNodeContents(words);
    for (const rect of range.getClientRects()) {
      const box = seen(rect, home);
      if (box) lines.push({ box, home });
    }
  }
  lines.sort((a, b) => a.box.top - b.box.top);
  const DEEP = 0.35; // of a line's height: letters have room above and below
  lines.forEach(({ box, home }, at) => {
    for (let next = at + 1; next < lines.length && lines[next].box.top < box.bottom; next += 1) {
      const other = lines[next];
      const deep = Math.min(box.bottom, other.box.bottom) - other.box.top;
      const across = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
      if (across > 3 && deep > DEEP * Math.min(box.height, other.box.height))
        told.push(`on each other: ${name(home)} and ${name(other.home)}`);
    }
  });
  document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
  return [...new Set(told)];
};
